namespace MusicTimeMachine.Features.Catalog;

/// <summary>An album of the shared catalogue.</summary>
public sealed class Album
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The 22 characters of the Spotify id, when known.</summary>
    public string? SpotifyId { get; set; }

    /// <summary>The album's artist.</summary>
    public long ArtistId { get; set; }

    /// <summary>The title as first reported.</summary>
    public required string Name { get; set; }

    /// <summary>The title as it is compared, see <see cref="Catalog.NameKey"/>.</summary>
    public required string NameKey { get; set; }

    /// <summary>When it came out, to the precision of <see cref="ReleaseDatePrecision"/>.</summary>
    public DateOnly? ReleaseDate { get; set; }

    /// <summary>How much of <see cref="ReleaseDate"/> is known.</summary>
    public ReleaseDatePrecision? ReleaseDatePrecision { get; set; }

    /// <summary>Address of a cover, when known.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>When the row was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
