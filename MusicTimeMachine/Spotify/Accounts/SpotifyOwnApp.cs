namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>The Spotify app that a person brought, since one app serves five people only. All of it is encrypted.</summary>
public sealed class SpotifyOwnApp
{
    /// <summary>Whose it is.</summary>
    public Guid UserId { get; set; }

    /// <summary>Its client id; encrypted.</summary>
    public required byte[] ClientId { get; set; }

    /// <summary>Its secret; encrypted, and null when PKCE alone proves who asks.</summary>
    public byte[]? ClientSecret { get; set; }
}
