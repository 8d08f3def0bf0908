using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>What must not happen twice at once among accounts: making one, and taking rights from one.</summary>
internal static class AccountsLock
{
    // "accounts" in ASCII: a number that nothing else uses.
    private const long Number = 0x6163_636f_756e_7473;

    /// <summary>Waits for the lock; the end of the transaction gives it back.</summary>
    public static async Task TakeAsync(MusicContext context, CancellationToken cancellationToken) =>
        await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Number})", cancellationToken);
}
