using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>The indexes that the search rests on.</summary>
public static class SearchIndex
{
    /// <summary>
    /// How much an index may leave aside, unsorted, in kilobytes. PostgreSQL's 4 MB are full eight times while 100,000
    /// tracks come in, and sorting in once instead of eight times takes a quarter of the time.
    /// </summary>
    public const int PendingKilobytes = 128 * 1024;

    /// <summary>
    /// Sorts in what was left aside, so that searches need not read through it. Whoever adds thousands of tracks calls this
    /// afterwards; few are sorted in by the server's own upkeep.
    /// </summary>
    public static Task SettleAsync(MusicContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"select gin_clean_pending_list('ix_user_tracks_user_id_search'), gin_clean_pending_list('ix_library_words_similar')", cancellationToken);
}
