namespace MusicTimeMachine.Features.Capturing;

/// <summary>How captures are called on pages.</summary>
public static class CaptureWords
{
    /// <summary>What a kind captures.</summary>
    public static string Name(string kind) => kind switch
    {
        PlaysCapture.Name => "What you play",
        "spotify-tops" => "Your top tracks and artists",
        "spotify-likes" => "Your liked songs",
        "spotify-playlists" => "Your playlists",
        _ => kind,
    };
}
