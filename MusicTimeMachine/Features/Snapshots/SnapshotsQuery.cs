using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>What Spotify said somebody loves, day by day.</summary>
public sealed class SnapshotsQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>A snapshot beside an earlier one, with the ranks over the dates.</summary>
    /// <returns>Null when the person has none.</returns>
    public async Task<SnapshotsData?> AskAsync(Guid userId, SnapshotsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var calendar = await ReadCalendarAsync(context, userId, cancellationToken);
        if (calendar.Last is not { } last) return null;
        var date = calendar.At(request.Date ?? last) ?? calendar.First!.Value;
        var against = request.Against is { } asked && asked < date ? calendar.At(asked) ?? calendar.First : calendar.Before(date);
        if (against >= date) against = null;
        var takenAt = await context.SnapshotDays.Where(day => day.UserId == userId && day.Date == date).Select(day => day.TakenAt).SingleAsync(cancellationToken);
        var entries = await ReadListAsync(context, userId, date, request.Range, request.Kind, cancellationToken);
        var earlier = against is { } other ? await ReadListAsync(context, userId, other, request.Range, request.Kind, cancellationToken) : null;
        var first = request.Days is { } days && days <= date.DayNumber ? date.AddDays(1 - days) : DateOnly.MinValue;
        var history = await RankHistories.ReadAsync(context, userId, request, [.. calendar.Between(first, date)], entries, cancellationToken);
        return new SnapshotsData(calendar, date, takenAt, against, entries, earlier is null ? null : SnapshotComparison.Of(earlier, entries), history);
    }

    /// <summary>The list of a day.</summary>
    /// <returns>By rank; null when there is no snapshot of that day.</returns>
    public async Task<IReadOnlyList<SnapshotEntry>?> ListAsync(Guid userId, DateOnly date, SpotifyRange range, SnapshotKind kind, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.SnapshotDays.AnyAsync(day => day.UserId == userId && day.Date == date, cancellationToken)) return null;
        return await ReadListAsync(context, userId, date, range, kind, cancellationToken);
    }

    /// <summary>A page of the days that have a snapshot, the latest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<SnapshotDate> Items, int Total)> DatesAsync(Guid userId, int limit, int offset, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await context.SnapshotDays.CountAsync(day => day.UserId == userId, cancellationToken);
        string[] words = [.. Enum.GetValues<SpotifyRange>().Select(range => range.Word())];
        var rows = await context.Database.SqlQuery<DateRow>(
            $"""
             select d.date as "Date", d.taken_at as "TakenAt", array(
                 select word from unnest({words}) with ordinality as range (word, place)
                 where exists (select from snapshots s where s.user_id = {userId} and s.time_range = word and s.date = d.date)
                    or exists (select from artist_snapshots s where s.user_id = {userId} and s.time_range = word and s.date = d.date)
                 order by place) as "Ranges"
             from snapshot_days d where d.user_id = {userId} order by d.date desc limit {limit} offset {offset}
             """).ToListAsync(cancellationToken);
        return ([.. rows.Select(row => new SnapshotDate(row.Date, row.TakenAt, [.. row.Ranges.Select(SpotifyRangeWords.Parse).OfType<SpotifyRange>()]))], total);
    }

    private static async Task<SnapshotCalendar> ReadCalendarAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) => new(
        await context.Database.SqlQuery<SnapshotMonth>(
            $"""
             select date_trunc('month', date::timestamp)::date as "First", bit_or(1 << (extract(day from date)::int - 1)) as "Days"
             from snapshot_days where user_id = {userId} group by 1 order by 1
             """).ToListAsync(cancellationToken));

    private static async Task<IReadOnlyList<SnapshotEntry>> ReadListAsync(
        MusicContext context, Guid userId, DateOnly date, SpotifyRange range, SnapshotKind kind, CancellationToken cancellationToken)
    {
        var word = range.Word();
        return kind == SnapshotKind.Tracks
            ? await context.Database.SqlQuery<SnapshotEntry>(
                $"""
                 select s.rank::int as "Rank", t.song_id as "Item", t.id as "Id", t.name as "Name", t.display_artist as "Artist", t.album_name as "Album",
                     a.name as "AlbumArtist", coalesce(t.image_url, l.image_url) as "Image", true as "HasPage"
                 from snapshots s join tracks t on t.id = s.track_id
                 left join albums l on l.id = t.album_id
                 left join artists a on a.id = l.artist_id
                 where s.user_id = {userId} and s.time_range = {word} and s.date = {date}
                 order by s.rank
                 """).ToListAsync(cancellationToken)
            : await context.Database.SqlQuery<SnapshotEntry>(
                $"""
                 select s.rank::int as "Rank", a.id as "Item", a.id as "Id", a.name as "Name", null::text as "Artist", null::text as "Album",
                     null::text as "AlbumArtist", a.image_url as "Image",
                     exists (select from track_artists c join user_tracks u on u.user_id = {userId} and u.track_id = c.track_id where c.artist_id = a.id) as "HasPage"
                 from artist_snapshots s join artists a on a.id = s.artist_id
                 where s.user_id = {userId} and s.time_range = {word} and s.date = {date}
                 order by s.rank
                 """).ToListAsync(cancellationToken);
    }

    private sealed record DateRow(DateOnly Date, DateTimeOffset TakenAt, string[] Ranges);
}
