namespace MusicTimeMachine.Features.Library;

/// <summary>A like with what a list says of it.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Name">Its title.</param>
/// <param name="Artist">Its artists, as displayed.</param>
/// <param name="LikedAt">Since when it is liked, UTC.</param>
public sealed record LikeRow(long TrackId, string Name, string Artist, DateTimeOffset LikedAt)
{
    /// <summary>The album, when known.</summary>
    public string? Album { get; init; }

    /// <summary>Whose album it is.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a real cover; null to draw one.</summary>
    public string? Image { get; init; }

    /// <summary>The person's note.</summary>
    public string? Notes { get; init; }

    /// <summary>Counted plays of this track.</summary>
    public int Plays { get; init; }

    /// <summary>When it was found to be gone from Spotify's liked songs, UTC; null when it is not.</summary>
    public DateTimeOffset? LeftSpotifyAt { get; init; }
}
