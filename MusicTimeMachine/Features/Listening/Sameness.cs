using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// Finds out which reports are reports of one play. Plays of different sources are the same when it is the same song and
/// the ends lie within 90 seconds (120 where a source knows only the minute; within the track's length where one source
/// reports the start). What Spotify calls recently played is mostly the end, and the start at times: it is held against both
/// where the other report tells how long it lasted. The one with more detail stays. Two reports of one source are never the
/// same, save what was told twice: rows of Spotify's extended history with the same track and time listened within 30
/// seconds, or, heard offline and sent at the same moment, in times that overlap; and the same track within 30 seconds among
/// the recently played. What a person took out takes the other reports of the same play
/// with it, now and whenever they come in. What a person entered is the same only as what came in later and was not taken
/// out: whatever was there before, they saw.
/// </summary>
/// <remarks>
/// The links are computed anew for a range of time from the stored reports alone, so the order in which these came in
/// does not matter. Each report pairs with at most one of each other source, the closest.
/// </remarks>
public static class Sameness
{
    /// <summary>
    /// How far from a changed play another can lie whose links change with it. To find these links, plays are looked at
    /// as far again: at the edge of what is looked at, a play can have its partner beyond.
    /// </summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(1);

    /// <summary>How much later than heard a play is sent at most.</summary>
    private static readonly TimeSpan LongestOffline = TimeSpan.FromDays(30);

    /// <summary>What a person entered, whichever source it was entered in place of.</summary>
    private const short ByHand = 100;

    /// <summary>The sources from the most detail to the least; demo plays stand alone.</summary>
    private static readonly short[] ByDetail =
    [
        (short)PlaySource.SpotifyExtended, (short)PlaySource.SpotifyRecent, (short)PlaySource.ListenBrainz, (short)PlaySource.Maloja, (short)PlaySource.LastFm,
        (short)PlaySource.YouTubeTakeout, (short)PlaySource.Legacy, (short)PlaySource.Api, (short)PlaySource.SpotifyAccount, ByHand,
    ];

    /// <summary>The sources whose time is the start of the play.</summary>
    private static readonly short[] ReportStart =
        [(short)PlaySource.ListenBrainz, (short)PlaySource.LastFm, (short)PlaySource.Maloja, (short)PlaySource.YouTubeTakeout];

    /// <summary>Links the reports between two times anew. Within the caller's transaction and under the person's lock.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="userId">Whose plays.</param>
    /// <param name="from">The first time at which a play was added or taken out.</param>
    /// <param name="to">The last such time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Which tracks' plays changed, and when.</returns>
    public static async Task<Relinked> ResolveAsync(MusicContext context, Guid userId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        // The plays have just been written and the planner does not know them yet: it would expect a handful and join
        // them each with each.
        await context.Database.ExecuteSqlAsync($"set local enable_nestloop = off", cancellationToken);
        var sentTogether = await SentTogetherAsync(context, userId, from, to, cancellationToken);
        (from, to) = (sentTogether.First, sentTogether.Last);
        var (first, last) = (from - 2 * Reach, to + 2 * Reach);
        var sources = await context.Database.SqlQuery<short>(
            $"""
             with recursive present as (
                 (select min(source) as source from plays where user_id = {userId} and played_at between {first} and {last})
                 union all
                 select (select min(source) from plays where user_id = {userId} and played_at between {first} and {last} and source > present.source)
                 from present where present.source is not null)
             select source as "Value" from present where source is not null
             """).ToListAsync(cancellationToken);
        var corrected = await context.Corrections.AnyAsync(correction => correction.UserId == userId, cancellationToken);
        if (corrected) sources.Add(ByHand);
        string linked;
        if (sources.Count <= 1)
        {
            linked = RepeatsAlone;
        }
        else
        {
            linked = "select id, duplicate_of from same_plays";
            await LinkSourcesAsync(context, userId, first, last, sources, corrected, cancellationToken);
        }

        // The text differs only in which of the two constants above it holds.
#pragma warning disable EF1002
        var changed = await context.Database.SqlQueryRaw<long>(
            $"""
             with linked as materialized ({linked}),
             changed as (
                 update plays p set duplicate_of = linked.duplicate_of
                 from linked where p.id = linked.id and p.duplicate_of is distinct from linked.duplicate_of and p.played_at between {"{3}"} and {"{4}"}
                 returning p.track_id)
             select distinct track_id as "Value" from changed
             """, userId, first, last, from - Reach, to + Reach).ToArrayAsync(cancellationToken);
#pragma warning restore EF1002
        if (sources.Count > 1) await context.Database.ExecuteSqlAsync($"drop table same_plays", cancellationToken);
        await context.Database.ExecuteSqlAsync($"set local enable_nestloop = on", cancellationToken);
        if (corrected) changed = [.. changed.Union(await KeepOutAsync(context, userId, first, last, cancellationToken))];
        return changed.Length == 0 ? new Relinked(changed, from, to) : new Relinked(changed, from - Reach, to + Reach);
    }

    /// <summary>The range, widened by what was sent at the same moment as something in it: the same track and time listened.</summary>
    private static Task<Reached> SentTogetherAsync(MusicContext context, Guid userId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Reached>(
            $"""
             with sent as materialized (
                 select distinct track_id, ms_played, reported_at from plays
                 where user_id = {userId} and source = 1 and ms_played is not null and reported_at between {from} and {to + LongestOffline}),
             together as (
                 select s.*, p.played_at from sent s join plays p using (track_id, ms_played, reported_at)
                 where p.user_id = {userId} and p.source = 1 and p.reported_at between {from} and {to + LongestOffline}
                 union all
                 select s.*, p.played_at from sent s join plays p on p.track_id = s.track_id and p.ms_played = s.ms_played and p.played_at = s.reported_at
                 where p.user_id = {userId} and p.source = 1 and p.reported_at is null and p.played_at between {from} and {to + LongestOffline})
             select least(min(first), {from}) as "First", greatest(max(last), {to}) as "Last"
             from (
                 select min(played_at) as first, max(played_at) as last from together
                 group by track_id, ms_played, reported_at having count(*) > 1) groups
             where first <= {to} and last >= {from}
             """).SingleAsync(cancellationToken);

    /// <summary>
    /// Rows sent twice point to the first of them; everything else stands by itself. Few rows have another one within 30
    /// seconds, whatever it is, and only these are looked at track by track. Of the rows that were heard offline and sent
    /// at the same moment those are one play that overlap, since nobody hears a track twice at once; one without a time of
    /// its own has the moment of sending, and belongs to the last before it.
    /// </summary>
    private const string RepeatsAlone =
        """
        with offline as materialized (
            select id, track_id, ms_played, played_at, reported_at, reported_at as sent_at from plays
            where user_id = {0} and played_at between {1} and {2} and source = 1 and ms_played is not null and reported_at is not null),
        sent as (
            select * from offline
            union all
            select id, track_id, ms_played, played_at, reported_at, played_at from plays p
            where user_id = {0} and played_at between {1} and {2} and source = 1 and reported_at is null
              and exists (select from offline o where o.sent_at = p.played_at and o.track_id = p.track_id and o.ms_played = p.ms_played)),
        sent_steps as (
            select *, case when reported_at is null or played_at - lag(played_at) over w < make_interval(secs => ms_played / 1000.0) then 0 else 1 end as starts
            from sent
            window w as (partition by track_id, ms_played, sent_at order by played_at, id)),
        sent_runs as (
            select *, sum(starts) over (partition by track_id, ms_played, sent_at order by played_at, id) as run from sent_steps),
        sent_heads as (
            select id, first_value(id) over (partition by track_id, ms_played, sent_at, run order by played_at, id) as head from sent_runs),
        resent as materialized (
            select * from sent_heads where id <> head),
        gaps as (
            select id, track_id, ms_played, played_at,
                least(played_at - lag(played_at) over w, lead(played_at) over w - played_at) as gap
            from plays
            where user_id = {0} and played_at between {1} and {2} and source = 1 and ms_played is not null and id not in (select id from resent)
            window w as (order by played_at)),
        steps as (
            select id, track_id, ms_played, played_at,
                case when played_at - lag(played_at) over w <= interval '30 seconds' then 0 else 1 end as starts
            from gaps where gap <= interval '30 seconds'
            window w as (partition by track_id, ms_played order by played_at, id)),
        runs as (
            select *, sum(starts) over (partition by track_id, ms_played order by played_at, id) as run from steps),
        heads as materialized (
            select id, first_value(id) over (partition by track_id, ms_played, run order by played_at, id) as head from runs),
        told_steps as (
            select id, track_id, played_at,
                case when played_at - lag(played_at) over (partition by track_id order by played_at, id) <= interval '30 seconds' then 0 else 1 end as starts
            from plays where user_id = {0} and played_at between {1} and {2} and source = 2),
        told_runs as (
            select *, sum(starts) over (partition by track_id order by played_at, id) as run from told_steps),
        told as materialized (
            select * from (select id, first_value(id) over (partition by track_id, run order by played_at, id) as head from told_runs) told_heads where id <> head)
        select id, case when id <> head then head end as duplicate_of from heads
        union all
        select id, head from told
        union all
        select r.id, coalesce(h.head, r.head) from resent r left join heads h on h.id = r.head
        union all
        select id, null from plays
        where user_id = {0} and played_at between {1} and {2} and duplicate_of is not null
          and id not in (select id from heads) and id not in (select id from resent) and id not in (select id from told)
        """;

    private static async Task LinkSourcesAsync(
        MusicContext context, Guid userId, DateTimeOffset first, DateTimeOffset last, List<short> sources, bool corrected, CancellationToken cancellationToken)
    {
        await TemporaryTables.MakeRoomAsync(context, cancellationToken);
        // RepeatsAlone is a constant with places for these three parameters.
#pragma warning disable EF1002
        await context.Database.ExecuteSqlRawAsync(
            $"""
             create temp table same_plays on commit drop as
             with repeats as materialized ({RepeatsAlone})
             select p.id, t.song_id, p.played_at, case when p.added_by is null then p.source else {ByHand} end as source, p.precision, p.ms_played, r.duplicate_of, p.removed_by,
                 make_interval(secs => coalesce(t.duration_ms, 600000) / 1000.0) as length,
                 p.played_at - make_interval(secs => p.ms_played / 1000.0) as began
             from plays p
             join tracks t on t.id = p.track_id
             left join repeats r on r.id = p.id
             where p.user_id = {"{0}"} and p.played_at between {"{1}"} and {"{2}"};
             create index on same_plays (song_id, played_at);
             analyze same_plays;
             """, [userId, first, last], cancellationToken);
#pragma warning restore EF1002
        foreach (var source in ByDetail.Where(sources.Contains).Skip(1))
        {
            var detailed = ByDetail[..Array.IndexOf(ByDetail, source)];
            while (await PairAsync(context, source, detailed, cancellationToken) > 0)
            {
                // Who was refused by the closest tries the next.
                if (corrected) await context.Database.ExecuteSqlRawAsync(RemovedTogether, cancellationToken);
            }
        }
    }

    /// <summary>What was taken out takes along the report that it belongs to, before anything else can belong to that one.</summary>
    private const string RemovedTogether =
        """
        update same_plays high set removed_by = low.removed_by from same_plays low
        where low.duplicate_of = high.id and low.removed_by is not null and high.removed_by is null
        """;

    /// <summary>What is another report of a play that a person took out is out as well, whichever of them is shown.</summary>
    private static Task<long[]> KeepOutAsync(MusicContext context, Guid userId, DateTimeOffset first, DateTimeOffset last, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<long>(
            $"""
             with removed as materialized (
                 select coalesce(duplicate_of, id) as shown, min(removed_by) as removed_by from plays
                 where user_id = {userId} and played_at between {first} and {last} and removed_by is not null
                 group by 1),
             reports as (
                 select shown as id, removed_by from removed
                 union all
                 select p.id, removed.removed_by from plays p join removed on p.duplicate_of = removed.shown),
             changed as (
                 update plays p set removed_by = reports.removed_by from reports
                 where p.id = reports.id and p.user_id = {userId} and p.removed_by is null
                 returning p.track_id)
             select track_id as "Value" from changed
             """).ToArrayAsync(cancellationToken);

    /// <summary>
    /// Every unlinked report of the source asks the closest shown one of the more detailed sources, which takes the
    /// closest of those that ask, unless it has one of this source already. Of two as close the earlier one goes first: what
    /// the reports say decides, and not the order in which they came in.
    /// </summary>
    private static Task<int> PairAsync(MusicContext context, short source, short[] detailed, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             with pairs as (
                 select low.id as low, low.played_at as low_at, low.ms_played as low_ms, high.id as high, high.played_at as high_at, high.ms_played as high_ms,
                     low.ms_played is distinct from high.ms_played as differs,
                     -- Within a minute the middle is the best guess. Where the start is not to be compared there is a null, which least passes
                     -- over. A song heard twice on end begins where it ended: of times that are as good as equal the earlier one goes first.
                     greatest(case when low.source = 2 and high.source = 1 then 10 end, least(
                         abs(extract(epoch from high.played_at - low.played_at
                             + case when high.precision = 2 then interval '30 seconds' else interval '0' end
                             - case when low.precision = 2 then interval '30 seconds' else interval '0' end)),
                         case when low.source = 2 and high.source = 1 then abs(extract(epoch from high.began - low.played_at))
                             when high.source = 2 and low.source = 3 then abs(extract(epoch from low.began + interval '30 seconds' - high.played_at)) end)) as distance
                 from same_plays low
                 join same_plays high on high.song_id = low.song_id
                     and high.source = any ({detailed})
                     and high.duplicate_of is null
                     and (low.source <> {ByHand} or low.removed_by is null and high.removed_by is null and high.id > low.id)
                     and (high.played_at >= low.played_at
                         - case when low.precision = 2 or high.precision = 2 then interval '120 seconds' else interval '90 seconds' end
                         - case when high.source = any ({ReportStart}) and low.source <> all ({ReportStart}) then high.length else interval '0' end
                     and high.played_at <= low.played_at
                         + case when low.precision = 2 or high.precision = 2 then interval '120 seconds' else interval '90 seconds' end
                         + case when low.source = any ({ReportStart}) and high.source <> all ({ReportStart}) then low.length else interval '0' end
                         or low.source = 2 and high.source = 1 and high.began between low.played_at - interval '30 seconds' and low.played_at + interval '30 seconds'
                         or high.source = 2 and low.source = 3 and low.began between high.played_at - interval '90 seconds' and high.played_at + interval '30 seconds')
                 where low.source = {source} and low.duplicate_of is null
                   and not exists (select 1 from same_plays taken where taken.source = {source} and taken.duplicate_of = high.id)),
             asked as (
                 select distinct on (low) * from pairs order by low, differs, distance, high_at, high_ms nulls first, high),
             taken as (
                 select distinct on (high) low, high from asked order by high, differs, distance, low_at, low_ms nulls first, low)
             update same_plays s set duplicate_of = taken.high from taken where s.id = taken.low
             """, cancellationToken);

    private sealed record Reached(DateTimeOffset First, DateTimeOffset Last);
}

/// <summary>What linking reports anew has changed.</summary>
/// <param name="Tracks">The tracks of which a play is now shown that was not, or the other way round.</param>
/// <param name="First">The earliest time at which something can have changed, the plays that were added or taken out included.</param>
/// <param name="Last">The latest such time.</param>
public sealed record Relinked(long[] Tracks, DateTimeOffset First, DateTimeOffset Last);
