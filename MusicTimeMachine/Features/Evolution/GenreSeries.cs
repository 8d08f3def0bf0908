namespace MusicTimeMachine.Features.Evolution;

/// <summary>A genre over the months.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Plays">
/// Plays in each month. A play counts for the genres of its first artist in equal parts, so that the genres of a month add
/// up to its plays with a known genre.
/// </param>
public sealed record GenreSeries(string Name, IReadOnlyList<double> Plays);
