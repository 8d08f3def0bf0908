namespace MusicTimeMachine.Features.Listening;

/// <summary>A place in a history where plays may be missing, since Spotify had forgotten them before they were captured.</summary>
/// <param name="Day">The day of the first play that is known after, in the person's own calendar.</param>
/// <param name="After">How many plays of the day are later.</param>
/// <param name="From">The last play that is known before, with the offset that the person's clock had then.</param>
/// <param name="Until">The first play that is known after, likewise.</param>
public sealed record HistoryGap(DateOnly Day, int After, DateTimeOffset From, DateTimeOffset Until);
