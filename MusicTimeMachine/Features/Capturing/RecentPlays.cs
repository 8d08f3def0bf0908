using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Spotify.Models;
using Npgsql;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>Writes plays that Spotify reports as recently played, of tracks that the catalogue knows by their ids.</summary>
internal static class RecentPlays
{
    /// <summary>Writes them, in one transaction.</summary>
    /// <param name="context">The caller's context, outside a transaction.</param>
    /// <param name="userId">Whose history.</param>
    /// <param name="plays">The plays.</param>
    /// <param name="written">Told before the transaction ends.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public static async Task WriteAsync(MusicContext context, Guid userId, IReadOnlyList<SpotifyPlay> plays, Func<Task> written, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await PlayWriter.CreateStagingAsync(context, cancellationToken);
            await StageAsync(context, plays, cancellationToken);
            await PlayWriter.MatchAsync(context, cancellationToken);
            await PlayWriter.WriteAsync(context, userId, import: null, written, cancellationToken);
        }
        finally
        {
            await TidyUpAsync(context);
        }
    }

    private static Task<int> StageAsync(MusicContext context, IReadOnlyList<SpotifyPlay> plays, CancellationToken cancellationToken)
    {
        string[] ids = [.. plays.Select(play => play.Track!.Id!).Distinct(StringComparer.Ordinal)];
        int[] keys = [.. plays.Select(play => Array.IndexOf(ids, play.Track!.Id))];
        var (times, contexts) = (plays.Select(play => play.PlayedAt.ToUniversalTime()).ToArray(), plays.Select(play => ToldTrack.Text(play.Context?.Uri)).ToArray());
        return context.Database.ExecuteSqlAsync(
            $"""
             with tracks as (
                 insert into staged_tracks (key, spotify_id, named, artist, artist_key, title, title_key)
                 select place - 1, id, false, '', '', '', '' from unnest({ids}) with ordinality as tracks (id, place))
             insert into staged_plays (track_key, played_at, source, precision, context_uri)
             select key, played_at, {(short)PlaySource.SpotifyRecent}, {(short)PlayPrecision.Millisecond}, context
             from unnest({keys}, {times}, {contexts}) as plays (key, played_at, context)
             """, cancellationToken);
    }

    /// <summary>The connection goes back to its pool, where temporary tables would stay.</summary>
    private static async Task TidyUpAsync(MusicContext context)
    {
        try
        {
            await context.Database.ExecuteSqlAsync($"discard temp", CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or IOException)
        {
            // The connection is broken, and they are gone with it.
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
