namespace MusicTimeMachine.Spotify;

/// <summary>What a person is asked to allow: reading what they listen to and like, and writing playlists.</summary>
public static class SpotifyScopes
{
    /// <summary>Everything that is needed. Who allows less is asked again.</summary>
    public static IReadOnlyList<string> Needed { get; } =
    [
        "user-read-recently-played", "user-top-read", "user-library-read", "playlist-read-private", "playlist-modify-private", "playlist-modify-public",
    ];

    /// <summary>Writing likes. Only who wants that is asked for it.</summary>
    public const string WriteLikes = "user-library-modify";
}
