namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>A track of the library of which a play can be added.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Album">The album's title, when known.</param>
/// <param name="LengthMs">How long a play of it is in milliseconds: the track's length, else what the person's plays of it last on average; null when neither is known.</param>
public sealed record AddableTrack(long Id, string Name, string Artist, string? Album, int? LengthMs);
