using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Catalog.Ranks;

/// <summary>A song, artist or album through the whole history of a person.</summary>
/// <param name="Unit">The steps of <paramref name="Series"/>: months, or years of a very long history.</param>
/// <param name="Series">Its plays over time, from the first to the last step of the history.</param>
/// <param name="Ranks">Its rank in each year.</param>
public sealed record ItemHistory(ActivityUnit Unit, IReadOnlyList<ActivityPoint> Series, IReadOnlyList<YearRank> Ranks)
{
    /// <summary>Of what has no history.</summary>
    public static ItemHistory Empty { get; } = new(ActivityUnit.Month, [], []);
}
