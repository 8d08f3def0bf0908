namespace MusicTimeMachine.Features.Library;

/// <summary>
/// What a person said here about a track, where that matters to Spotify: an unlike that older news from there must not
/// overturn, or something that is to be written there.
/// </summary>
public sealed class LikeChange
{
    /// <summary>Who said it.</summary>
    public Guid UserId { get; set; }

    /// <summary>The track.</summary>
    public long TrackId { get; set; }

    /// <summary>Whether they like it.</summary>
    public bool Liked { get; set; }

    /// <summary>When they said it, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Since when it is among Spotify's liked songs, UTC; null when it is not known to be.</summary>
    public DateTimeOffset? OnSpotifySince { get; set; }

    /// <summary>Whether Spotify is still to be told.</summary>
    public bool Unwritten { get; set; }

    /// <summary>Whether Spotify was told, and did not take it.</summary>
    public bool Refused { get; set; }
}
