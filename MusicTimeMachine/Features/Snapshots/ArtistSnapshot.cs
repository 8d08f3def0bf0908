using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>An artist in a person's tops, as Spotify said it on that day. An event: it is never updated.</summary>
public sealed class ArtistSnapshot
{
    /// <summary>Whose tops.</summary>
    public Guid UserId { get; set; }

    /// <summary>The day of a <see cref="SnapshotDay"/>.</summary>
    public DateOnly Date { get; set; }

    /// <summary>How far back the list looks.</summary>
    public SpotifyRange TimeRange { get; set; }

    /// <summary>From 1 to <see cref="Snapshot.MostRanks"/>.</summary>
    public short Rank { get; set; }

    /// <summary>The artist, of whom the person's library need not have a track.</summary>
    public long ArtistId { get; set; }
}
