namespace MusicTimeMachine.Features.Listening;

/// <summary>The plays that a history shows.</summary>
public static class ShownPlays
{
    /// <summary>Without repeated reports and without what was taken out. In SQL: <c>duplicate_of is null and removed_by is null</c>.</summary>
    public static IQueryable<Play> Shown(this IQueryable<Play> plays) => plays.Where(play => play.DuplicateOf == null && play.RemovedBy == null);
}
