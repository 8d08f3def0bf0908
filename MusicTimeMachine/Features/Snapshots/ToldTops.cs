using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>What Spotify said of one range.</summary>
/// <param name="Range">The range.</param>
/// <param name="Tracks">The tracks by rank, those beyond <see cref="Snapshot.MostRanks"/> left away.</param>
/// <param name="Artists">The artists in the same way.</param>
internal sealed record ToldTops(SpotifyRange Range, IReadOnlyList<SpotifyTrack> Tracks, IReadOnlyList<SpotifyArtist> Artists);
