namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>What sources are called.</summary>
internal static class PlaySources
{
    /// <summary>A short name.</summary>
    public static string NameOf(PlaySource source) => source switch
    {
        PlaySource.SpotifyExtended => "Spotify export",
        PlaySource.SpotifyRecent => "Spotify live",
        PlaySource.SpotifyAccount => "Spotify account data",
        PlaySource.ListenBrainz => "ListenBrainz",
        PlaySource.LastFm => "Last.fm",
        PlaySource.Maloja => "Maloja",
        PlaySource.YouTubeTakeout => "YouTube Music",
        PlaySource.Legacy => "Earlier database",
        PlaySource.Api => "By hand",
        _ => "Demo",
    };
}
