using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Models;
using Npgsql;
using NpgsqlTypes;

namespace MusicTimeMachine.Features.Demo;

/// <summary>Writes the tops of the demo's listener as snapshots.</summary>
internal static class DemoSnapshots
{
    /// <summary>Adds them, within the transaction in which <see cref="DemoStaging"/> has put down the catalogue.</summary>
    public static async Task WriteAsync(MusicContext context, Guid user, DemoLibrary library, long[] tracks, CancellationToken cancellationToken)
    {
        var artists = await context.Database.SqlQuery<long>($"""select id as "Value" from demo_artists order by key""").ToArrayAsync(cancellationToken);
        List<DemoTops.List> lists = [.. new DemoTops(library).Make()];
        DateOnly[] dates = [.. lists.Select(list => list.Date).Distinct()];
        await context.Database.ExecuteSqlAsync(
            $"insert into snapshot_days (user_id, date, taken_at) select {user}, date, date + time '05:40' at time zone 'UTC' from unnest({dates}) as date", cancellationToken);
        await CopyAsync(context, "copy snapshots (user_id, date, time_range, rank, track_id) from stdin (format binary)", user, lists, list => list.Tracks.Select(track => tracks[track]), cancellationToken);
        await CopyAsync(context, "copy artist_snapshots (user_id, date, time_range, rank, artist_id) from stdin (format binary)", user, lists, list => list.Artists.Select(artist => artists[artist]), cancellationToken);
    }

    private static async Task CopyAsync(
        MusicContext context, string command, Guid user, List<DemoTops.List> lists, Func<DemoTops.List, IEnumerable<long>> ids, CancellationToken cancellationToken)
    {
        await using var copy = await ((NpgsqlConnection)context.Database.GetDbConnection()).BeginBinaryImportAsync(command, cancellationToken);
        foreach (var list in lists)
        {
            // Two invented names may be one to the catalogue.
            foreach (var (index, id) in ids(list).Distinct().Index())
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(user, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(list.Date, NpgsqlDbType.Date, cancellationToken);
                await copy.WriteAsync(((SpotifyRange)list.Range).Word(), NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync((short)(index + 1), NpgsqlDbType.Smallint, cancellationToken);
                await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
