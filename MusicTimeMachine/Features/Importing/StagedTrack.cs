using MusicTimeMachine.Features.Catalog;
using Npgsql;
using NpgsqlTypes;

namespace MusicTimeMachine.Features.Importing;

/// <summary>A track as a file names it, with the number that its plays carry.</summary>
internal sealed class StagedTrack(int key, ImportedPlay play)
{
    private readonly string? _spotifyId = play.SpotifyId;
    private readonly string _artist = play.Artist ?? CatalogMatcher.UnknownArtist;

    // Removed tracks come with their id alone; a later file may bring the names.
    private readonly string _title = play.Track ?? "spotify:track:" + play.SpotifyId;
    private readonly string? _album = play.Album;

    /// <summary>The number.</summary>
    public int Key => key;

    /// <summary>Whether title and artist are known.</summary>
    public bool Named { get; } = play.Track is not null && play.Artist is not null;

    /// <summary>Writes the row of <c>staged_tracks</c>.</summary>
    public async Task WriteAsync(NpgsqlBinaryImporter copy, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(Key, NpgsqlDbType.Integer, cancellationToken);
        await WriteTextAsync(copy, _spotifyId, cancellationToken);
        await copy.WriteAsync(Named, NpgsqlDbType.Boolean, cancellationToken);
        await WriteTextAsync(copy, _artist, cancellationToken);
        await WriteTextAsync(copy, NameKey.Of(_artist), cancellationToken);
        await WriteTextAsync(copy, _title, cancellationToken);
        await WriteTextAsync(copy, Named ? NameKey.OfTitle(_title) : _title, cancellationToken);
        await WriteTextAsync(copy, _album, cancellationToken);
        await WriteTextAsync(copy, _album is null ? null : NameKey.Of(_album), cancellationToken);
    }

    private static Task WriteTextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
}
