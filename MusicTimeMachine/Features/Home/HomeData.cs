using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Home;

/// <summary>All that the first page shows of a period.</summary>
/// <param name="Summary">The counts, with those of the period before.</param>
/// <param name="Unit">The steps of <paramref name="Series"/>.</param>
/// <param name="Series">Plays over time.</param>
/// <param name="Tracks">The best songs.</param>
/// <param name="Artists">The best artists.</param>
/// <param name="Albums">The best albums.</param>
/// <param name="Calendar">The days of the period, of a long one the last twelve months.</param>
/// <param name="Clock">Plays by weekday and hour.</param>
/// <param name="Latest">The latest plays of the whole history.</param>
/// <param name="CountedFromMs">How long a play must last to count, in milliseconds.</param>
public sealed record HomeData(
    Summary Summary, ActivityUnit Unit, IReadOnlyList<ActivityPoint> Series, TopList Tracks, TopList Artists, TopList Albums,
    ActivityCalendarDays Calendar, IReadOnlyList<HourOfWeek> Clock, IReadOnlyList<PlayRow> Latest, int CountedFromMs);
