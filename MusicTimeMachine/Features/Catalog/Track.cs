using NpgsqlTypes;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>
/// A track of the shared catalogue. Its identity is the Spotify id where there is one, otherwise artist, title and album
/// as they are compared; a track known by name takes on its Spotify id when one is found.
/// </summary>
public sealed class Track
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The song that this track is a recording or an id of.</summary>
    public long SongId { get; set; }

    /// <summary>The first artist.</summary>
    public long ArtistId { get; set; }

    /// <summary>The album, when known.</summary>
    public long? AlbumId { get; set; }

    /// <summary>The 22 characters of the Spotify id, when known.</summary>
    public string? SpotifyId { get; set; }

    /// <summary>The International Standard Recording Code (ISO 3901), 12 characters, when known.</summary>
    public string? Isrc { get; set; }

    /// <summary>The title as first reported.</summary>
    public required string Name { get; set; }

    /// <summary>The title as it is compared, see <see cref="NameKey.OfTitle"/>.</summary>
    public required string NameKey { get; set; }

    /// <summary>All artists as they are shown, such as "Mira Holt, The Lanterns".</summary>
    public required string DisplayArtist { get; set; }

    /// <summary>The album's title, here too because the search vector is made from this row alone.</summary>
    public string? AlbumName { get; set; }

    /// <summary>Length in milliseconds, when known.</summary>
    public int? DurationMs { get; set; }

    /// <summary>When it came out, to the precision of <see cref="ReleaseDatePrecision"/>.</summary>
    public DateOnly? ReleaseDate { get; set; }

    /// <summary>How much of <see cref="ReleaseDate"/> is known.</summary>
    public ReleaseDatePrecision? ReleaseDatePrecision { get; set; }

    /// <summary>0 (unknown to all) to 100, when known.</summary>
    public short? Popularity { get; set; }

    /// <summary>Whether the words are marked as explicit, when known.</summary>
    public bool? Explicit { get; set; }

    /// <summary>Address of a cover, when known.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>
    /// Audio features as received: danceability, energy, valence, acousticness, instrumentalness, speechiness and
    /// liveness 0–1, tempo in beats per minute, loudness in dB, key −1 to 11, mode 0 or 1.
    /// </summary>
    public string? AudioFeatures { get; set; }

    /// <summary>Who the audio features come from.</summary>
    public string? FeaturesProvider { get; set; }

    /// <summary>When the audio features were fetched.</summary>
    public DateTimeOffset? FeaturesFetchedAt { get; set; }

    /// <summary>The track as its provider described it.</summary>
    public string? Raw { get; set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Energy { get; private set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Valence { get; private set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Danceability { get; private set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Acousticness { get; private set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Instrumentalness { get; private set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Speechiness { get; private set; }

    /// <summary>0–1, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Liveness { get; private set; }

    /// <summary>Beats per minute, generated from <see cref="AudioFeatures"/>.</summary>
    public float? Tempo { get; private set; }

    /// <summary>The words of title and artists (weight A) and album (weight B), generated; libraries keep an indexed copy.</summary>
    public NpgsqlTsVector? Search { get; private set; }

    /// <summary>When the row was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the row was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
