using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening.Correcting;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// The shown plays of one song, artist or album, newest first, with those that are too short or hidden. There is no index of
/// plays by track: this is one pass over the person's plays, for when somebody asks.
/// </summary>
public sealed class PlaysOfQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most plays of one page.</summary>
    public const int MostPlays = 50;

    /// <summary>The most numbers of one range.</summary>
    public const int MostIds = 10_000;

    /// <summary>A page of the list.</summary>
    /// <param name="userId">Whose history.</param>
    /// <param name="of">All plays of something.</param>
    /// <param name="before">The last play of the page before; null for the newest.</param>
    /// <param name="limit">How many, up to <see cref="MostPlays"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<PlayPage> AskAsync(Guid userId, PlaySelection of, PlayCursor? before, int limit, CancellationToken cancellationToken)
    {
        var (playedAt, id) = before is { } cursor ? (cursor.PlayedAt.ToUniversalTime(), cursor.Id) : (DateTimeOffset.MaxValue, long.MaxValue);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tracks = await of.TracksAsync(context, userId, cancellationToken);

        // The sum keeps the planner from one scan of the index for each track.
        var found = await context.Database.SqlQuery<Found>(
            $"""
             select p.id as "Id", (count(*) over ())::int as "Total" from plays p
             where p.user_id = {userId} and (p.track_id + 0) = any ({tracks}) and p.duplicate_of is null and p.removed_by is null
               and p.played_at <= {playedAt} and (p.played_at, p.id) < ({playedAt}, {id})
             order by p.played_at desc, p.id desc limit {Math.Clamp(limit, 1, MostPlays)}
             """).ToListAsync(cancellationToken);
        long[] ids = [.. found.Select(play => play.Id)];
        return new PlayPage(
            await PlayRows.ReadAsync(context, $"select p.* from plays p where p.user_id = {userId} and p.id = any ({ids})", cancellationToken),
            found.Count == 0 ? 0 : found[0].Total);
    }

    /// <summary>The numbers of the shown plays from one to another, both included; the newest <see cref="MostIds"/> of them.</summary>
    /// <param name="userId">Whose history.</param>
    /// <param name="of">The plays of something alone; null for the whole history.</param>
    /// <param name="one">One end.</param>
    /// <param name="other">The other, before or after it.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<long>> BetweenAsync(Guid userId, PlaySelection? of, PlayCursor one, PlayCursor other, CancellationToken cancellationToken)
    {
        var (first, last) = (one.PlayedAt, one.Id).CompareTo((other.PlayedAt, other.Id)) < 0 ? (one, other) : (other, one);
        var (from, to) = (first.PlayedAt.ToUniversalTime(), last.PlayedAt.ToUniversalTime());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tracks = of is null ? null : await of.TracksAsync(context, userId, cancellationToken);
        return await context.Database.SqlQuery<long>(
            $"""
             select p.id as "Value" from plays p
             where p.user_id = {userId} and p.duplicate_of is null and p.removed_by is null and p.played_at between {from} and {to}
               and (p.played_at, p.id) >= ({from}, {first.Id}) and (p.played_at, p.id) <= ({to}, {last.Id})
               and ({tracks}::bigint[] is null or (p.track_id + 0) = any ({tracks}))
             order by p.played_at desc, p.id desc limit {MostIds}
             """).ToListAsync(cancellationToken);
    }

    private sealed record Found(long Id, int Total);
}
