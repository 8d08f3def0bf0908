namespace MusicTimeMachine.Features.Listening;

/// <summary>A page of the plays of something.</summary>
/// <param name="Plays">The plays, newest first.</param>
/// <param name="Total">How many there are from the first of them on.</param>
public sealed record PlayPage(IReadOnlyList<PlayRow> Plays, int Total);
