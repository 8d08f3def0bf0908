namespace MusicTimeMachine.Spotify.Models;

/// <summary>What the token endpoint gives. No record, since those print what they hold.</summary>
internal sealed class SpotifyTokens
{
    public string AccessToken { get; set; } = "";

    /// <summary>How long the access token lives, in seconds.</summary>
    public int ExpiresIn { get; set; }

    /// <summary>Missing in most answers to a refresh: the old one goes on then.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>What was allowed, with blanks between.</summary>
    public string? Scope { get; set; }
}
