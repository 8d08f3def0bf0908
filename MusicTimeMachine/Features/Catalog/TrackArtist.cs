namespace MusicTimeMachine.Features.Catalog;

/// <summary>One of the artists of a track.</summary>
public sealed class TrackArtist
{
    /// <summary>The track.</summary>
    public long TrackId { get; set; }

    /// <summary>The artist.</summary>
    public long ArtistId { get; set; }

    /// <summary>The artist's place in the credits, from 0.</summary>
    public short Position { get; set; }
}
