using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>
/// Captures what was played recently. Spotify keeps fifty plays and no more, so all of them are read each time, as far back
/// as they go: what was heard offline comes in late, with its own time, and some plays are left out for hours. What is
/// stored already is left as it is.
/// </summary>
internal sealed class PlaysCapture(IDbContextFactory<MusicContext> contexts, SpotifyAccess access, SpotifyApi api, TimeProvider clock) : ICapture
{
    /// <summary>The kind.</summary>
    public const string Name = "spotify-plays";

    public string Kind => Name;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task CaptureAsync(Guid userId, CancellationToken cancellationToken)
    {
        var account = await LinkedAccount.OfAsync(contexts, userId, cancellationToken);
        var told = await access.CallAsync(userId, pass => api.RecentlyPlayedAsync(pass, after: null, cancellationToken), cancellationToken);
        // A device whose clock is set wrongly says nothing of when.
        var latest = clock.LatestPlay();
        var timed = told.OfType<SpotifyPlay>().Where(play => play.PlayedAt >= PlayTimes.Earliest && play.PlayedAt <= latest).ToList();
        // Files of people's own have no id, and what was taken down has no track.
        var plays = timed.Where(play => play.Track is { IsLocal: false } && ToldTrack.IsId(play.Track.Id)).DistinctBy(play => (play.PlayedAt, play.Track!.Id)).ToList();
        if (plays.Count == 0) return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await KnownAsync(context, userId, plays, cancellationToken);
        var news = plays.Where(play => !known.Contains((play.PlayedAt, play.Track!.Id!))).ToList();
        var newest = plays.Max(play => play.PlayedAt);
        if (news.Count == 0)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await MoveOnAsync(context, account, newest, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        await StoreTracksAsync(context, news, cancellationToken);
        // If even the earliest of all that there was to read is new, something before it may have been there too. Of one that is
        // not stored nobody knows; that nothing is known of what came after it says as much.
        var earliest = timed.MinBy(play => play.PlayedAt)!;
        var mayMiss = told.Count >= SpotifyApi.MostRecent && (news.Count == plays.Count || news.Contains(earliest));
        await RecentPlays.WriteAsync(
            context, userId, news,
            async () =>
            {
                if (mayMiss) await CaptureGaps.NoteBeforeAsync(context, userId, earliest.PlayedAt, LengthOf(earliest), cancellationToken);
                await MoveOnAsync(context, account, newest, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Remembers how far was read, if it is still the account that is connected. Within the caller's transaction.</summary>
    private static async Task MoveOnAsync(MusicContext context, LinkedAccount account, DateTimeOffset newest, CancellationToken cancellationToken)
    {
        await account.HoldAsync(context, cancellationToken);
        await context.SpotifyAccounts.Where(linked => linked.UserId == account.UserId && (linked.CapturedUntil == null || linked.CapturedUntil < newest))
            .ExecuteUpdateAsync(linked => linked.SetProperty(changed => changed.CapturedUntil, newest), cancellationToken);
    }

    private static TimeSpan LengthOf(SpotifyPlay play) => TimeSpan.FromMilliseconds(Math.Clamp(play.Track?.DurationMs ?? 0, 0, int.MaxValue));

    /// <summary>What of it is stored.</summary>
    private static async Task<HashSet<(DateTimeOffset PlayedAt, string SpotifyId)>> KnownAsync(MusicContext context, Guid userId, List<SpotifyPlay> plays, CancellationToken cancellationToken)
    {
        var (first, last) = (plays.Min(play => play.PlayedAt).ToUniversalTime(), plays.Max(play => play.PlayedAt).ToUniversalTime());
        var known = await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == userId && play.PlayedAt >= first && play.PlayedAt <= last && play.Source == PlaySource.SpotifyRecent
            select new { play.PlayedAt, track.SpotifyId }).ToListAsync(cancellationToken);
        return [.. known.Select(play => (play.PlayedAt, play.SpotifyId!))];
    }

    /// <summary>Tracks of which the length is known were told of before.</summary>
    private static async Task StoreTracksAsync(MusicContext context, List<SpotifyPlay> news, CancellationToken cancellationToken)
    {
        string[] ids = [.. news.Select(play => play.Track!.Id!).Distinct(StringComparer.Ordinal)];
        var known = await context.Tracks.Where(track => ids.Contains(track.SpotifyId) && track.DurationMs != null && track.AlbumId != null)
            .Select(track => track.SpotifyId!).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var tracks = news.Select(play => play.Track!).Where(track => !known.Contains(track.Id!)).ToList();
        if (tracks.Count == 0) return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await SpotifyCatalog.StoreTracksAsync(context, tracks, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
