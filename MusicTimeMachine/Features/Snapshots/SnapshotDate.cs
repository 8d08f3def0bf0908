using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>A day that has a snapshot.</summary>
/// <param name="Date">The day in the person's time zone.</param>
/// <param name="TakenAt">When it was taken, UTC.</param>
/// <param name="Ranges">The ranges of which Spotify had a list.</param>
public sealed record SnapshotDate(DateOnly Date, DateTimeOffset TakenAt, IReadOnlyList<SpotifyRange> Ranges);
