using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>A track in a person's tops, as Spotify said it on that day. An event: it is never updated.</summary>
public sealed class Snapshot
{
    /// <summary>The most ranks that a list has; Spotify names more at times.</summary>
    public const int MostRanks = 50;

    /// <summary>Whose tops.</summary>
    public Guid UserId { get; set; }

    /// <summary>The day of a <see cref="SnapshotDay"/>.</summary>
    public DateOnly Date { get; set; }

    /// <summary>How far back the list looks.</summary>
    public SpotifyRange TimeRange { get; set; }

    /// <summary>From 1 to <see cref="MostRanks"/>.</summary>
    public short Rank { get; set; }

    /// <summary>The track, one of the person's library. A song may stand in a list twice, under two ids.</summary>
    public long TrackId { get; set; }
}
