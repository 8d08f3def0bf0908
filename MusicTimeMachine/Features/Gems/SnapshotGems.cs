using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Gems;

/// <summary>
/// Gems as snapshots tell them. A song was loved when it stood in the tops of four weeks on a day of the time of love, under
/// whatever of its ids. It is forgotten when it stood in that list on none of the silent days, and was not played on any of
/// them; a day without a snapshot says nothing. Those that were in the tops last come first, of equals the better ranked,
/// then the one that was in them on more days, then the one with the smaller number.
/// </summary>
internal static class SnapshotGems
{
    /// <param name="context">The database.</param>
    /// <param name="userId">Whose gems.</param>
    /// <param name="request">Which; within bounds.</param>
    /// <param name="today">The present day of the person's calendar.</param>
    /// <param name="loved">What was heard in the time of love.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<GemList> ReadAsync(MusicContext context, Guid userId, GemsRequest request, DateOnly today, Heard loved, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(context, userId, request, today, cancellationToken);
        var first = seen.Take(request.Limit).ToList();
        if (first.Count == 0) return new GemList([], seen.Count);
        long[] songs = [.. first.Select(song => song.SongId)];
        var names = (await TopNames.OfSongsAsync(context, userId, songs, cancellationToken)).ToDictionary(named => named.Item);
        var plays = Enumerable.Range(0, loved.Songs.Values.Length).Where(song => loved.Songs.Values[song].Plays > 0 && names.ContainsKey(loved.Songs.Ids[song]))
            .ToDictionary(song => loved.Songs.Ids[song], song => loved.Songs.Values[song].Plays);
        return new GemList([.. first.Where(song => names.ContainsKey(song.SongId)).Select(Gem)], seen.Count);

        Gem Gem(Seen song)
        {
            var named = names[song.SongId];
            return new(
                named.Id, song.SongId, named.Name, named.Artist, plays.GetValueOrDefault(song.SongId),
                song.PlayedAt, GemReason.OfTops(song.Days, song.Best, song.Last, today))
            {
                Album = named.Album,
                AlbumArtist = named.AlbumArtist,
                Image = named.Image,
            };
        }
    }

    private static Task<List<Seen>> SeenAsync(MusicContext context, Guid userId, GemsRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var (from, to, silent) = (today.AddDays(-request.LovedFromDays), today.AddDays(-request.LovedToDays), today.AddDays(-request.SilentDays));
        var range = SpotifyRange.ShortTerm.Word();
        return context.Database.SqlQuery<Seen>(
            $"""
             with listed as materialized (
                 select track_id, date, rank from snapshots where user_id = {userId} and time_range = {range} and date >= {from}),
             seen as materialized (
                 select t.song_id, count(distinct l.date) filter (where l.date < {to})::int as days, min(l.rank) filter (where l.date < {to})::int as best, max(l.date) as last
                 from listed l join (select id, song_id from tracks where id in (select distinct track_id from listed)) t on t.id = l.track_id
                 group by t.song_id),
             dropped as materialized (
                 select seen.*, (
                     select max(u.last_played_at) from tracks t join user_tracks u on u.user_id = {userId} and u.track_id = t.id where t.song_id = seen.song_id) as played
                 from seen
                 where days > 0 and last < {silent} and not exists (select from hidden_gems h where h.user_id = {userId} and h.song_id = seen.song_id))
             select song_id as "SongId", days as "Days", best as "Best", last as "Last", played as "PlayedAt" from dropped
             where played is null or (played at time zone (select time_zone from users where id = {userId}))::date < {silent}
             order by last desc, best, days desc, song_id
             """).ToListAsync(cancellationToken);
    }

    private sealed record Seen(long SongId, int Days, int Best, DateOnly Last, DateTimeOffset? PlayedAt);
}
