namespace MusicTimeMachine.Spotify;

/// <summary>An app that is registered with Spotify. No record, since those print what they hold.</summary>
/// <param name="clientId">Its client id.</param>
/// <param name="clientSecret">Its secret; null when PKCE alone proves who asks.</param>
public sealed class SpotifyApp(string clientId, string? clientSecret)
{
    /// <summary>Its client id.</summary>
    public string ClientId => clientId;

    /// <summary>Its secret; null when PKCE alone proves who asks.</summary>
    public string? ClientSecret => clientSecret;
}
