using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;
using Npgsql;
using NpgsqlTypes;

namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// The library's catalogue in temporary tables: <c>demo_artists</c>, <c>demo_albums</c>, <c>demo_tracks</c> and
/// <c>demo_credits</c>, with the library's indexes as keys.
/// </summary>
internal static class DemoStaging
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Creates and fills the tables; they go with the transaction.</summary>
    public static async Task CopyAsync(MusicContext context, DemoLibrary library, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table demo_artists (key int primary key, name text, name_key text, genres text[], id bigint) on commit drop;
             create temp table demo_albums (key int primary key, artist int, name text, name_key text, released date, precision text, id bigint) on commit drop;
             create temp table demo_tracks (key int primary key, artist int, album int, name text, name_key text, display_artist text,
                 duration_ms int, popularity smallint, explicit bool, features jsonb, song_id bigint, id bigint) on commit drop;
             create temp table demo_credits (track int, artist int, position smallint) on commit drop;
             """, cancellationToken);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await CopyAsync(connection, "demo_artists (key, name, name_key, genres)", library.Artists, WriteArtistAsync, cancellationToken);
        await CopyAsync(connection, "demo_albums (key, artist, name, name_key, released, precision)", library.Albums, WriteAlbumAsync, cancellationToken);
        await CopyAsync(
            connection, "demo_tracks (key, artist, album, name, name_key, display_artist, duration_ms, popularity, explicit, features)", library.Tracks,
            (copy, track, token) => WriteTrackAsync(copy, track, string.Join(", ", track.Artists.Select(artist => library.Artists[artist].Name)), token),
            cancellationToken);
        await CopyCreditsAsync(connection, library.Tracks, cancellationToken);
        await context.Database.ExecuteSqlAsync($"analyze demo_artists, demo_albums, demo_tracks, demo_credits", cancellationToken);
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, string columns, IReadOnlyList<T> rows, Func<NpgsqlBinaryImporter, T, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {columns} from stdin (format binary)", cancellationToken);
        for (var key = 0; key < rows.Count; key++)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(key, NpgsqlDbType.Integer, cancellationToken);
            await write(copy, rows[key], cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task WriteArtistAsync(NpgsqlBinaryImporter copy, DemoArtist artist, CancellationToken cancellationToken)
    {
        await copy.WriteAsync(artist.Name, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(NameKey.Of(artist.Name), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(artist.Genres.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
    }

    private static async Task WriteAlbumAsync(NpgsqlBinaryImporter copy, DemoAlbum album, CancellationToken cancellationToken)
    {
        await copy.WriteAsync(album.Artist, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(album.Name, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(NameKey.Of(album.Name), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(album.Released, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync(album.Precision.ToString().ToLowerInvariant(), NpgsqlDbType.Text, cancellationToken);
    }

    private static async Task WriteTrackAsync(NpgsqlBinaryImporter copy, DemoTrack track, string displayArtist, CancellationToken cancellationToken)
    {
        await copy.WriteAsync(track.Artists[0], NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(track.Album, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(track.Name, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(NameKey.OfTitle(track.Name), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(displayArtist, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(track.DurationMs, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync((short)track.Popularity, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync(track.Explicit, NpgsqlDbType.Boolean, cancellationToken);
        if (track.Features is null)
            await copy.WriteNullAsync(cancellationToken);
        else
            await copy.WriteAsync(JsonSerializer.Serialize(track.Features, CamelCase), NpgsqlDbType.Jsonb, cancellationToken);
    }

    private static async Task CopyCreditsAsync(NpgsqlConnection connection, IReadOnlyList<DemoTrack> tracks, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy demo_credits (track, artist, position) from stdin (format binary)", cancellationToken);
        for (var track = 0; track < tracks.Count; track++)
            for (short position = 0; position < tracks[track].Artists.Count; position++)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(track, NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(tracks[track].Artists[position], NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(position, NpgsqlDbType.Smallint, cancellationToken);
            }

        await copy.CompleteAsync(cancellationToken);
    }
}
