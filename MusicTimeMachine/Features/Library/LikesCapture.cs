using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Library;

/// <summary>
/// Brings Spotify's liked songs here. The list comes with the newest first: as soon as a page holds nothing new and as many
/// are known as there are, but for those that can never be kept, the rest is as before, and is not read. What has gone from a list that was read to its end goes
/// here too, where it came from there and has no note, and what was taken back here need not be remembered then; Spotify is
/// asked about each before, since a list that changes while it is read may leave one out.
/// </summary>
internal sealed class LikesCapture(IDbContextFactory<MusicContext> contexts, SpotifyAccess access, SpotifyApi api, TimeProvider clock) : ICapture
{
    /// <summary>The capture's kind.</summary>
    public const string Name = "spotify-likes";

    // How many entries the list had that are no tracks to us, when it was last read to its end. After a restart it is read once more.
    private readonly ConcurrentDictionary<Guid, int> _unkept = new();

    public string Kind => Name;

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task CaptureAsync(Guid userId, CancellationToken cancellationToken)
    {
        var (began, account) = (clock.GetUtcNow(), await LinkedAccount.OfAsync(contexts, userId, cancellationToken));
        if (await access.CallAsync(userId, pass => ReadAsync(pass, account, cancellationToken), cancellationToken) is not { } there) return;
        var missing = await MissingAsync(userId, there, began, cancellationToken);
        List<long> gone = [];
        foreach (var some in missing.Chunk(SpotifyApi.MostInLibrary))
        {
            string[] uris = [.. some.Select(track => "spotify:track:" + track.SpotifyId)];
            var found = await access.CallAsync(userId, pass => api.AreInLibraryAsync(pass, uris, cancellationToken), cancellationToken);
            gone.AddRange(some.Zip(found).Where(track => !track.Second).Select(track => track.First.TrackId));
        }

        await RemoveAsync(account, [.. gone], began, cancellationToken);
    }

    /// <summary>Reads the list, and keeps each page as it comes.</summary>
    /// <returns>All tracks of the list; null when its beginning told that nothing has gone.</returns>
    private async Task<HashSet<long>?> ReadAsync(SpotifyPass pass, LinkedAccount account, CancellationToken cancellationToken)
    {
        HashSet<long> there = [];
        var unkept = 0;
        await foreach (var page in api.SavedTracksAsync(pass, cancellationToken))
        {
            var (kept, news, known) = await KeepAsync(account, page, there, cancellationToken);
            if (news == 0 && known == page.Total - _unkept.GetValueOrDefault(account.UserId)) return null;
            unkept += (page.Items?.Count ?? 0) - kept;
        }

        _unkept[account.UserId] = unkept;
        return there;
    }

    /// <summary>Keeps a page: what is liked there is liked here, unless the person has taken it back here since.</summary>
    /// <returns>How much of it could be kept, how much is new, and how many are known to be there.</returns>
    private async Task<(int Kept, int News, int Known)> KeepAsync(LinkedAccount account, SpotifyPage<SpotifySavedTrack> page, HashSet<long> there, CancellationToken cancellationToken)
    {
        List<SpotifySavedTrack> saved = [.. page.Items?.OfType<SpotifySavedTrack>().Where(one => one.Track?.Id is not null) ?? []];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await account.HoldAsync(context, cancellationToken);
        var ids = await SpotifyCatalog.StoreTracksAsync(context, [.. saved.Select(one => one.Track!)], cancellationToken);
        var told = saved.Where(one => ids.ContainsKey(one.Track!.Id!)).Select(one => (Id: ids[one.Track!.Id!], At: one.AddedAt.ToUniversalTime())).DistinctBy(one => one.Id).ToList();
        await SpotifyCatalog.AddToLibraryAsync(context, account.UserId, [.. told.Select(one => one.Id)], cancellationToken);
        var news = await LikesFromSpotify.KeepAsync(context, account.UserId, [.. told.Select(one => one.Id)], [.. told.Select(one => one.At)], cancellationToken);
        var known = await LikesFromSpotify.CountAsync(context, account.UserId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        there.UnionWith(told.Select(one => one.Id));
        return (told.Count, news, known);
    }

    /// <summary>What was there before the list was read, or was taken back here before, and is not in it.</summary>
    private async Task<IReadOnlyList<Missing>> MissingAsync(Guid userId, HashSet<long> there, DateTimeOffset began, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await (
            from like in context.LikedTracks
            join track in context.Tracks on like.TrackId equals track.Id
            where like.UserId == userId && like.OnSpotifySince < began && track.SpotifyId != null
            orderby track.Id
            select new Missing(track.Id, track.SpotifyId!)).ToListAsync(cancellationToken);
        var unliked = await (
            from change in context.LikeChanges
            join track in context.Tracks on change.TrackId equals track.Id
            where change.UserId == userId && !change.Liked && change.ChangedAt < began && track.SpotifyId != null
            orderby track.Id
            select new Missing(track.Id, track.SpotifyId!)).ToListAsync(cancellationToken);
        return [.. known.Concat(unliked).Where(track => !there.Contains(track.TrackId))];
    }

    private async Task RemoveAsync(LinkedAccount account, long[] gone, DateTimeOffset began, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await account.HoldAsync(context, cancellationToken);
        await LikesFromSpotify.RemoveAsync(context, account.UserId, gone, began, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Missing(long TrackId, string SpotifyId);
}
