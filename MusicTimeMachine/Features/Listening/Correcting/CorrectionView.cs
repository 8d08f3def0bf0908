namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>A correction as the list of them shows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Plays">To how many plays.</param>
/// <param name="Tracks">Of how many tracks.</param>
/// <param name="Track">The track of the first of them, when it is still known.</param>
/// <param name="Artist">That track's artists.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="UndoneAt">When it was undone; null while it holds.</param>
public sealed record CorrectionView(
    long Id, CorrectionKind Kind, int Plays, int Tracks, string? Track, string? Artist, DateTimeOffset CreatedAt, DateTimeOffset? UndoneAt);
