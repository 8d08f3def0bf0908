using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Finds people.</summary>
internal static class UserQueries
{
    /// <summary>The person of a name, ignoring case as the unique index does; tracked, or null.</summary>
    public static async Task<User?> NamedAsync(this MusicContext context, string name, CancellationToken cancellationToken) =>
        await context.Users.FromSql($"select * from users where lower(name) = lower({name})").SingleOrDefaultAsync(cancellationToken);
}
