using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>What a correction does to the rows of plays, and what has to follow. Within the caller's transaction and under the person's lock.</summary>
internal sealed record CorrectedPlays(int Plays, long[] Tracks, DateTimeOffset[] Hours)
{
    /// <summary>Plays that lie so close are looked at together.</summary>
    private static readonly TimeSpan Close = TimeSpan.FromHours(6);

    /// <summary>Totals are computed month by month.</summary>
    private static readonly TimeSpan Month = TimeSpan.FromDays(28);

    /// <summary>Ends of one song that lie so close are one play, as <see cref="Sameness"/> has it for times to the minute.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(120);

    /// <summary>Nothing was found.</summary>
    public static CorrectedPlays None { get; } = new(0, [], []);

    /// <summary>Why it cannot be done, as a sentence.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Hours in which reports may belong together in another way now.</summary>
    private DateTimeOffset[] Relinking { get; init; } = [];

    /// <summary>Takes shown plays out, together with all other reports of them.</summary>
    public static async Task<CorrectedPlays> RemoveAsync(MusicContext context, Correction correction, PlaySelection selection, CancellationToken cancellationToken)
    {
        var tracks = selection.PlayIds is null ? await selection.TracksAsync(context, correction.UserId, cancellationToken) : null;
        return await ChangeAsync(context,
            $"""
             with chosen as materialized (
                 select p.id from plays p
                 where p.user_id = {correction.UserId} and p.duplicate_of is null and p.removed_by is null
                   and ({selection.PlayIds}::bigint[] is null or p.id = any ({selection.PlayIds})) and ({tracks}::bigint[] is null or p.track_id = any ({tracks}))),
             reports as (
                 select id from chosen
                 union all
                 select other.id from plays other join chosen on other.duplicate_of = chosen.id where other.removed_by is null),
             changed as (
                 update plays p set removed_by = {correction.Id} from reports where p.id = reports.id
                 returning p.track_id, p.played_at, p.duplicate_of is null as counts)
             """, cancellationToken);
    }

    /// <summary>Takes plays out and enters others in their place.</summary>
    public static async Task<CorrectedPlays> EditAsync(
        MusicContext context, Correction correction, PlaySelection selection, PlayEdit edit, DateTimeOffset earliest, DateTimeOffset latest, CancellationToken cancellationToken)
    {
        var removed = await RemoveAsync(context, correction, selection, cancellationToken);
        if (removed.Plays == 0) return None;
        var shift = edit.Shift ?? TimeSpan.Zero;
        var (from, to) = (earliest - shift, latest - shift);
        if (edit.Shift is not null && await context.Plays.AnyAsync(
            play => play.UserId == correction.UserId && play.RemovedBy == correction.Id && (play.PlayedAt < from || play.PlayedAt > to), cancellationToken))
        {
            return None with { Refusal = "Some of these plays would have ended in the future, or before 1900. Move them less far." };
        }

        await LibraryTracks.JoinAsync(context, correction.UserId, edit.TrackId is { } track ? [track] : [], cancellationToken);
        var entered = await EnterAsync(context, correction,
            $"""
             with given as materialized (
                 select id as place, coalesce({edit.TrackId}::bigint, track_id) as track_id, coalesce({edit.PlayedAt?.ToUniversalTime()}::timestamptz, played_at + {shift}::interval) as played_at,
                     coalesce({edit.MsPlayed}::int, ms_played) as ms_played, case when {edit.PlayedAt is null} then precision else {(short)PlayPrecision.Second}::smallint end as precision,
                     platform_id, reason_start, reason_end, skipped, shuffle, offline, incognito, context_uri
                 from plays where user_id = {correction.UserId} and removed_by = {correction.Id} and duplicate_of is null),
             """, cancellationToken);
        return new CorrectedPlays(removed.Plays, [.. entered.Tracks.Union(removed.Tracks)], [.. removed.Hours, .. entered.Hours]);
    }

    /// <summary>Enters plays. Those that are shown already are left out.</summary>
    public static async Task<CorrectedPlays> AddAsync(
        MusicContext context, Correction correction, IReadOnlyList<AddedPlay> plays, long[] tracks, CancellationToken cancellationToken)
    {
        await LibraryTracks.JoinAsync(context, correction.UserId, tracks, cancellationToken);
        return await EnterAsync(context, correction,
            $"""
             with given as (
                 select place, track_id, date_trunc('second', played_at) as played_at, ms_played, precision,
                     null::int as platform_id, null::smallint as reason_start, null::smallint as reason_end,
                     null::bool as skipped, null::bool as shuffle, null::bool as offline, null::bool as incognito, null::text as context_uri
                 from unnest({tracks}, {plays.Select(play => play.PlayedAt.ToUniversalTime()).ToArray()}, {plays.Select(play => play.MsPlayed).ToArray()}, {plays.Select(play => (short)play.Precision).ToArray()})
                     with ordinality as play (track_id, played_at, ms_played, precision, place)
                 where not exists (
                     select from plays p join tracks t on t.id = p.track_id
                     where p.user_id = {correction.UserId} and p.duplicate_of is null and p.removed_by is null
                       and p.played_at between play.played_at - {Near}::interval and play.played_at + {Near}::interval
                       and t.song_id = (select song_id from tracks where id = play.track_id))),
             """, cancellationToken);
    }

    /// <summary>Brings back what a correction took out, and takes away what it entered.</summary>
    public static async Task<CorrectedPlays> UndoAsync(MusicContext context, Correction correction, CancellationToken cancellationToken)
    {
        var undone = await ChangeAsync(context,
            $"""
             with entered as (
                 delete from plays where user_id = {correction.UserId} and added_by = {correction.Id} returning track_id, played_at),
             removed as (
                 update plays set removed_by = null where user_id = {correction.UserId} and removed_by = {correction.Id} returning track_id, played_at),
             changed as (
                 select *, true as counts from entered union all select *, true from removed)
             """, cancellationToken);
        // What was entered beside it in the meantime may be the same play.
        var entered = await context.Plays.Where(play => play.UserId == correction.UserId && play.AddedBy != null).Select(play => play.PlayedAt).ToListAsync(cancellationToken);
        return undone with { Relinking = [.. undone.Hours.Where(hour => entered.Exists(at => at > hour - Close && at < hour + Close))] };
    }

    /// <summary>Brings links, marks and totals after the plays.</summary>
    public async Task FollowAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        HashSet<long> tracks = [.. Tracks];
        List<DateTimeOffset> times = [.. Hours];
        foreach (var (first, last) in Stretches(Relinking, Close))
        {
            var relinked = await Sameness.ResolveAsync(context, userId, first, last, cancellationToken);
            tracks.UnionWith(relinked.Tracks);
            times.AddRange([relinked.First, relinked.Last]);
        }

        if (await HiddenPlays.AnyAsync(context, userId, cancellationToken))
        {
            foreach (var (first, last) in Stretches(times, Close)) tracks.UnionWith((await HiddenPlays.MarkAsync(context, userId, first, last, cancellationToken)).Tracks);
        }

        await Rollups.RefreshTracksAsync(context, userId, [.. tracks], cancellationToken);
        foreach (var (first, last) in Stretches(times, Month)) await Rollups.RefreshAsync(context, userId, first, last, cancellationToken);
        await LibraryTracks.LeaveAsync(context, userId, Tracks, cancellationToken);
    }

    /// <summary>From when to when there are hours, of which none is farther from the next than the gap.</summary>
    private static List<(DateTimeOffset First, DateTimeOffset Last)> Stretches(IEnumerable<DateTimeOffset> hours, TimeSpan gap)
    {
        List<(DateTimeOffset First, DateTimeOffset Last)> stretches = [];
        foreach (var hour in hours.Order())
        {
            var end = hour.AddHours(1);
            if (stretches.Count > 0 && hour - stretches[^1].Last < gap) stretches[^1] = (stretches[^1].First, end);
            else stretches.Add((hour, end));
        }

        return stretches;
    }

    /// <summary>
    /// Enters the plays of <c>given</c>. A report is stored once, and what was taken out is stored too: a play that is
    /// entered again gets the next free microsecond.
    /// </summary>
    private static Task<CorrectedPlays> EnterAsync(MusicContext context, Correction correction, FormattableString given, CancellationToken cancellationToken)
    {
        var (user, id) = ($"{{{given.ArgumentCount}}}", $"{{{given.ArgumentCount + 1}}}");
        return ChangeAsync(context, FormattableStringFactory.Create(
            given.Format +
            $"""

             changed as (
                 insert into plays (user_id, track_id, played_at, ms_played, precision, source, added_by,
                     platform_id, reason_start, reason_end, skipped, shuffle, offline, incognito, context_uri)
                 select {user}, g.track_id, greatest(g.played_at, taken.last + interval '1 microsecond')
                         + interval '1 microsecond' * (row_number() over (partition by g.track_id, g.played_at, g.ms_played order by g.place) - 1),
                     g.ms_played, g.precision, {(short)PlaySource.Api}, {id},
                     g.platform_id, g.reason_start, g.reason_end, g.skipped, g.shuffle, g.offline, g.incognito, g.context_uri
                 from given g
                 cross join lateral (
                     select max(p.played_at) as last from plays p
                     where p.user_id = {user} and p.track_id = g.track_id and p.source = {(short)PlaySource.Api} and p.ms_played is not distinct from g.ms_played
                       and p.played_at >= g.played_at and p.played_at < g.played_at + interval '1 millisecond') taken
                 returning track_id, played_at, true as counts)
             """, [.. given.GetArguments(), correction.UserId, correction.Id]), cancellationToken);
    }

    /// <summary>Runs a statement whose last part, <c>changed</c>, names track and time of each changed row, and whether it is a play of its own.</summary>
    private static async Task<CorrectedPlays> ChangeAsync(MusicContext context, FormattableString changing, CancellationToken cancellationToken)
    {
        const string Counted =
            """

            select count(*) filter (where counts)::int as "Plays", coalesce(array_agg(distinct track_id), array[]::bigint[]) as "Tracks",
                coalesce(array_agg(distinct date_trunc('hour', played_at)), array[]::timestamptz[]) as "Hours"
            from changed
            """;
        // As a list: a statement that changes something cannot stand within another, as EF Core would have it to limit the rows.
        var row = (await context.Database.SqlQuery<Row>(FormattableStringFactory.Create(changing.Format + Counted, changing.GetArguments())).ToListAsync(cancellationToken))[0];
        return new CorrectedPlays(row.Plays, row.Tracks, row.Hours);
    }

    private sealed record Row(int Plays, long[] Tracks, DateTimeOffset[] Hours);
}
