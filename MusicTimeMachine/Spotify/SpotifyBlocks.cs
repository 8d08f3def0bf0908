using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Spotify;

/// <summary>Knows until when Spotify answers an app nothing. It stands in the database, for all processes and to be shown.</summary>
public sealed class SpotifyBlocks(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>The refusal that a call of the app would get now; null when it may be made.</summary>
    public async Task<SpotifyException?> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        var (app, now) = (Hash(clientId), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var block = await context.SpotifyBlocks.Where(block => block.App == app && block.BlockedUntil > now)
            .Select(block => new { block.BlockedUntil, block.Quota }).SingleOrDefaultAsync(cancellationToken);
        return block is null ? null : SpotifyErrors.Blocked(block.BlockedUntil, now, block.Quota);
    }

    /// <summary>Notes that Spotify wants to be left alone.</summary>
    internal async Task NoteAsync(string clientId, DateTimeOffset until, bool quota, CancellationToken cancellationToken)
    {
        var (app, now) = (Hash(clientId), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             with old as (delete from spotify_blocks where blocked_until <= {now} and app <> {app})
             insert into spotify_blocks (app, blocked_until, quota) values ({app}, {until}, {quota})
             on conflict (app) do update set blocked_until = greatest(spotify_blocks.blocked_until, excluded.blocked_until), quota = excluded.quota
             """, cancellationToken);
    }

    private static byte[] Hash(string clientId) => SHA256.HashData(Encoding.UTF8.GetBytes(clientId));
}
