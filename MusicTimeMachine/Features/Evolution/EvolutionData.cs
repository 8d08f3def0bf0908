namespace MusicTimeMachine.Features.Evolution;

/// <summary>How somebody's listening changed.</summary>
/// <param name="Months">The months, without gaps.</param>
/// <param name="Genres">The genres that were heard most over all of the months, the most heard first.</param>
/// <param name="OtherGenres">In each month, the plays of all other genres.</param>
public sealed record EvolutionData(IReadOnlyList<EvolutionMonth> Months, IReadOnlyList<GenreSeries> Genres, IReadOnlyList<double> OtherGenres);
