namespace MusicTimeMachine.Spotify.Models;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is in the list.</typeparam>
/// <param name="Items">The part; single entries can be null.</param>
/// <param name="Next">The address of the next part; null at the end.</param>
/// <param name="Total">How many there are in all; null where Spotify does not say.</param>
public sealed record SpotifyPage<T>(IReadOnlyList<T?>? Items, string? Next, int? Total)
    where T : class;

/// <summary>What a search finds.</summary>
/// <param name="Tracks">The tracks.</param>
public sealed record SpotifySearch(SpotifyPage<SpotifyTrack>? Tracks);
