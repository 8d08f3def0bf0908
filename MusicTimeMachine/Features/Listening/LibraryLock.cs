using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// Locks that end with the transaction. Whoever needs both takes the catalogue's first, and people's in the order of
/// their ids, so that nobody waits in a circle.
/// </summary>
public static class LibraryLock
{
    private const int Catalogue = 0x4d54_4d01;
    private const int Library = 0x4d54_4d02;

    /// <summary>One writer at a time adds to the shared catalogue.</summary>
    public static Task LockCatalogueAsync(MusicContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Catalogue}, 0)", cancellationToken);

    /// <summary>One writer at a time changes a person's plays and their totals.</summary>
    public static Task LockAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Library}, hashtext({userId}::text))", cancellationToken);
}
