using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Which snapshot is looked at, and beside which.</summary>
public sealed record SnapshotsRequest
{
    /// <summary>The most lines of the picture.</summary>
    public const int MostLines = 10;

    /// <summary>The day; the last one unless told. Where it has none, that of the latest day before it is taken, or else the first.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day to compare with, in the same way; the one before unless told. It lies before <see cref="Date"/>.</summary>
    public DateOnly? Against { get; init; }

    /// <summary>How far back the lists look.</summary>
    public SpotifyRange Range { get; init; }

    /// <summary>Of what they are.</summary>
    public SnapshotKind Kind { get; init; }

    /// <summary>Over how many days the ranks are drawn, up to <see cref="Date"/>; null for all.</summary>
    public int? Days { get; init; }

    /// <summary>What is drawn, by the numbers of songs or artists, at most <see cref="MostLines"/>; the best of the day when there is none.</summary>
    public IReadOnlyList<long> Lines { get; init; } = [];
}
