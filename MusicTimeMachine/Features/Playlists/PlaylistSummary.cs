namespace MusicTimeMachine.Features.Playlists;

/// <summary>A playlist in the list of all.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tracks">How many tracks its last version has.</param>
/// <param name="Versions">How many versions there are.</param>
/// <param name="ChangedAt">Since when the last version holds, UTC.</param>
public sealed record PlaylistSummary(long Id, PlaylistKind Kind, string Name, int Tracks, int Versions, DateTimeOffset ChangedAt)
{
    /// <summary>What is said of it.</summary>
    public string? Description { get; init; }

    /// <summary>The playlist at Spotify; null when it is not there.</summary>
    public string? SpotifyId { get; init; }

    /// <summary>Whose it is at Spotify.</summary>
    public string? SpotifyOwner { get; init; }

    /// <summary>When it was found to be gone from Spotify; null when it is not.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Up to four covers of its first tracks.</summary>
    public IReadOnlyList<PlaylistCover> Covers { get; init; } = [];
}
