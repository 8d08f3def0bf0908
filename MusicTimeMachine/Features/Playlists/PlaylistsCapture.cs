using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Playlists;

/// <summary>
/// Keeps the playlists that a person may read at Spotify, their own and those that they work on with others. Content is read
/// only when its snapshot id has moved, and becomes a new version only when it differs. Nothing is ever deleted. One that
/// Spotify does not give in good order holds up none of the others.
/// </summary>
internal sealed class PlaylistsCapture(IDbContextFactory<MusicContext> contexts, SpotifyAccess access, SpotifyApi api, TimeProvider clock) : ICapture
{
    public string Kind => "spotify-playlists";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task CaptureAsync(Guid userId, CancellationToken cancellationToken)
    {
        var account = await LinkedAccount.OfAsync(contexts, userId, cancellationToken);
        var listed = await access.CallAsync(
            userId, async pass => (await api.PlaylistsAsync(pass, cancellationToken).ToListAsync(cancellationToken)).DistinctBy(playlist => playlist.Id, StringComparer.Ordinal).ToList(), cancellationToken);
        listed.RemoveAll(playlist => playlist.Id is not { Length: > 0 and <= 64 } id || !id.All(char.IsAsciiLetterOrDigit));
        SpotifyException? unread = null;
        foreach (var playlist in listed.Where(playlist => playlist.Items is not null))
        {
            try
            {
                await FollowAsync(account, playlist, cancellationToken);
            }
            catch (SpotifyException refused) when (refused.Problem is SpotifyProblem.Refused or SpotifyProblem.Unreadable)
            {
                unread ??= refused;
            }
        }

        await MarkAsync(account, [.. listed.Select(playlist => playlist.Id)], cancellationToken);
        if (unread is not null) ExceptionDispatchInfo.Throw(unread);
    }

    private async Task FollowAsync(LinkedAccount account, SpotifyPlaylist playlist, CancellationToken cancellationToken)
    {
        if (!await NeedsReadingAsync(account, playlist, cancellationToken)) return;
        if (await ReadAsync(account.UserId, playlist, cancellationToken) is { } items) await KeepAsync(account, playlist, items, cancellationToken);
    }

    /// <summary>Follows what the list of playlists says of one.</summary>
    /// <returns>Whether its content is to be read. A playlist that was made here knows its content itself.</returns>
    private async Task<bool> NeedsReadingAsync(LinkedAccount account, SpotifyPlaylist told, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await account.HoldAsync(context, cancellationToken);
        var known = await context.Playlists.SingleOrDefaultAsync(playlist => playlist.UserId == account.UserId && playlist.SpotifyId == told.Id, cancellationToken);
        if (known is null) return true;
        known.GoneAt = null;
        if (known.Kind == PlaylistKind.Spotify) SpotifyPlaylistWords.Name(known, told);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return known.Kind == PlaylistKind.Spotify && (told.SnapshotId is null || known.SnapshotId != told.SnapshotId);
    }

    /// <returns>What is in it; null when it is no longer the person's to read.</returns>
    private async Task<IReadOnlyList<SpotifyPlaylistItem>?> ReadAsync(Guid userId, SpotifyPlaylist playlist, CancellationToken cancellationToken)
    {
        try
        {
            return await access.CallAsync(userId, pass => api.PlaylistItemsAsync(pass, playlist.Id, cancellationToken).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        }
        catch (SpotifyException refused) when (refused.Problem is SpotifyProblem.Forbidden or SpotifyProblem.NotFound)
        {
            return null; // It went, or stopped being shared, between the list and this: the others are not to wait for that.
        }
    }

    private async Task KeepAsync(LinkedAccount account, SpotifyPlaylist told, IReadOnlyList<SpotifyPlaylistItem> items, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await account.HoldAsync(context, cancellationToken);
        var ids = await SpotifyCatalog.StoreTracksAsync(context, [.. items.Select(item => item.Item).OfType<SpotifyTrack>()], cancellationToken);
        await SpotifyCatalog.AddToLibraryAsync(context, account.UserId, [.. ids.Values.Distinct()], cancellationToken);

        var playlist = await context.Playlists.SingleOrDefaultAsync(playlist => playlist.UserId == account.UserId && playlist.SpotifyId == told.Id, cancellationToken);
        if (playlist is null)
        {
            playlist = new Playlist { UserId = account.UserId, Kind = PlaylistKind.Spotify, SpotifyId = told.Id, Name = "", CreatedAt = clock.GetUtcNow() };
            SpotifyPlaylistWords.Name(playlist, told);
            context.Playlists.Add(playlist);
        }

        playlist.SnapshotId = SpotifyPlaylistWords.Snapshot(told);
        await context.SaveChangesAsync(cancellationToken);
        await PlaylistVersions.AddAsync(context, playlist, PlaylistContent.Of(items, ids), clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What is not listed any more is gone there, and stays here.</summary>
    private async Task MarkAsync(LinkedAccount account, string[] listed, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await account.HoldAsync(context, cancellationToken);
        await context.Playlists.Where(playlist => playlist.UserId == account.UserId && playlist.SpotifyId != null && playlist.GoneAt == null && !listed.Contains(playlist.SpotifyId))
            .ExecuteUpdateAsync(playlist => playlist.SetProperty(p => p.GoneAt, clock.GetUtcNow()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
