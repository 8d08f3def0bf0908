using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Gems;

/// <summary>Hides songs from a person's gems for good, and brings them back.</summary>
public sealed class GemHiding(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>The most songs that the list of hidden ones shows.</summary>
    public const int MostShown = 200;

    /// <summary>Hides a song; one that is hidden stays so since then.</summary>
    /// <returns>False when it is not in the person's library.</returns>
    public async Task<bool> HideAsync(Guid userId, long songId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.ExecuteSqlAsync(
            $"""
             insert into hidden_gems (user_id, song_id, hidden_at)
             select {userId}, {songId}, {clock.GetUtcNow()}
             where exists (select from tracks t join user_tracks u on u.user_id = {userId} and u.track_id = t.id where t.song_id = {songId})
             on conflict (user_id, song_id) do update set hidden_at = hidden_gems.hidden_at
             """, cancellationToken) > 0;
    }

    /// <summary>Brings a song back.</summary>
    /// <returns>False when the person has not hidden it.</returns>
    public async Task<bool> RestoreAsync(Guid userId, long songId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.HiddenGems.Where(gem => gem.UserId == userId && gem.SongId == songId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>What is hidden and still in the library, the newest first; at most <see cref="MostShown"/>.</summary>
    public async Task<IReadOnlyList<HiddenSong>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hidden = await context.HiddenGems.Where(gem => gem.UserId == userId)
            .OrderByDescending(gem => gem.HiddenAt).ThenByDescending(gem => gem.SongId).Take(MostShown)
            .Select(gem => new { gem.SongId, gem.HiddenAt }).ToListAsync(cancellationToken);
        if (hidden.Count == 0) return [];
        var names = (await TopNames.OfSongsAsync(context, userId, [.. hidden.Select(gem => gem.SongId)], cancellationToken)).ToDictionary(named => named.Item);
        return
        [
            .. hidden.Where(gem => names.ContainsKey(gem.SongId)).Select(gem => (gem.HiddenAt, Named: names[gem.SongId]))
                .Select(gem => new HiddenSong(gem.Named.Item, gem.Named.Name, gem.Named.Artist, gem.HiddenAt)
                {
                    Album = gem.Named.Album,
                    AlbumArtist = gem.Named.AlbumArtist,
                    Image = gem.Named.Image,
                }),
        ];
    }
}
