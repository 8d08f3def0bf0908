using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Writes the lists of a day, all of them or none. A day that has its lists keeps them.</summary>
public sealed class SnapshotWriter(IDbContextFactory<MusicContext> contexts, LiveUpdates updates)
{
    /// <summary>The topic that says that a person has a new snapshot.</summary>
    public static string Topic(Guid userId) => $"snapshots:{userId}";

    /// <returns>Whether they were written: not when the day has its lists.</returns>
    internal async Task<bool> WriteAsync(LinkedAccount account, DateOnly date, DateTimeOffset takenAt, IReadOnlyList<ToldTops> tops, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await account.HoldAsync(context, cancellationToken);
        var userId = account.UserId;
        var tracks = await SpotifyCatalog.StoreTracksAsync(context, [.. tops.SelectMany(range => range.Tracks)], cancellationToken);
        var artists = await SpotifyCatalog.StoreArtistsAsync(context, [.. tops.SelectMany(range => range.Artists)], cancellationToken);
        await SpotifyCatalog.AddToLibraryAsync(context, userId, [.. tracks.Values.Distinct()], cancellationToken);
        var begun = await context.Database.ExecuteSqlAsync(
            $"insert into snapshot_days (user_id, date, taken_at) values ({userId}, {date}, {takenAt}) on conflict do nothing", cancellationToken);
        if (begun == 0) return false; // Somebody was quicker; what is told of the tracks comes again with the next.

        foreach (var range in tops)
        {
            var word = range.Range.Word();
            var (ids, ranks) = Ranked(range.Tracks.Select(track => track.Id), tracks);
            await context.Database.ExecuteSqlAsync(
                $"""
                 insert into snapshots (user_id, date, time_range, rank, track_id)
                 select {userId}, {date}, {word}, rank, id from unnest({ids}, {ranks}) as told (id, rank)
                 """, cancellationToken);
            (ids, ranks) = Ranked(range.Artists.Select(artist => artist.Id), artists);
            await context.Database.ExecuteSqlAsync(
                $"""
                 insert into artist_snapshots (user_id, date, time_range, rank, artist_id)
                 select {userId}, {date}, {word}, rank, id from unnest({ids}, {ranks}) as told (id, rank)
                 """, cancellationToken);
        }

        await updates.PublishAsync(context, Topic(userId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The place in the list is the rank, also behind something that has no id. What stands there twice under one id has its better rank.</summary>
    private static (long[] Ids, short[] Ranks) Ranked(IEnumerable<string?> told, IReadOnlyDictionary<string, long> stored)
    {
        List<(long Id, short Rank)> ranked =
        [
            .. told.Index().Where(item => item.Item is not null && stored.ContainsKey(item.Item))
                .Select(item => (stored[item.Item!], (short)(item.Index + 1))).DistinctBy(item => item.Item1),
        ];
        return ([.. ranked.Select(item => item.Id)], [.. ranked.Select(item => item.Rank)]);
    }
}
