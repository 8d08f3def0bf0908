namespace MusicTimeMachine.Features.Catalog;

/// <summary>An artist of the shared catalogue.</summary>
public sealed class Artist
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The 22 characters of the Spotify id, when known.</summary>
    public string? SpotifyId { get; set; }

    /// <summary>The name as first reported.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is compared, see <see cref="Catalog.NameKey"/>.</summary>
    public required string NameKey { get; set; }

    /// <summary>Genres in lower case, most fitting first; empty when unknown.</summary>
    public string[] Genres { get; set; } = [];

    /// <summary>Address of a picture, when known.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>When the row was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
