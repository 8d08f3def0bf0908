namespace MusicTimeMachine.Features.Api;

/// <summary>A song that was loved and has gone silent.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Plays">Counted plays in the time of love.</param>
/// <param name="LastPlayedAt">The last counted play; null for a song of which snapshots alone know.</param>
/// <param name="Reason">Why it is here, as words.</param>
internal sealed record ApiGem(long Id, string Name, string? Artist, int Plays, DateTimeOffset? LastPlayedAt, string Reason);
