namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>The Spotify account of a person. The tokens are encrypted, and readable for this person's row alone.</summary>
public sealed class SpotifyAccount
{
    /// <summary>Whose it is here.</summary>
    public Guid UserId { get; set; }

    /// <summary>What Spotify knows the account by, for ever: <c>account_id</c> of its profile, or <c>id</c> where there is none.</summary>
    public required string AccountId { get; set; }

    /// <summary><c>id</c> of its profile, which owners of playlists are called by.</summary>
    public required string SpotifyId { get; set; }

    /// <summary>The name that Spotify shows; null when there is none.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Gets access tokens, for six months from <see cref="AuthorizedAt"/>; encrypted.</summary>
    public required byte[] RefreshToken { get; set; }

    /// <summary>Goes with the calls; encrypted.</summary>
    public required byte[] AccessToken { get; set; }

    /// <summary>When the access token is over.</summary>
    public DateTimeOffset AccessEndsAt { get; set; }

    /// <summary>What the person allowed.</summary>
    public required IReadOnlyList<string> Scopes { get; set; }

    /// <summary>Whether the tokens belong to the person's own app; otherwise to the server's.</summary>
    public bool OwnApp { get; set; }

    /// <summary>When the person allowed it. Spotify asks anew after six months.</summary>
    public DateTimeOffset AuthorizedAt { get; set; }

    /// <summary>Whether Spotify refused the refresh token, so that the person has to sign in to Spotify again.</summary>
    public bool NeedsReconnect { get; set; }

    /// <summary>The end of the newest play that was read from Spotify; null before the first.</summary>
    public DateTimeOffset? CapturedUntil { get; set; }

    /// <summary>Since when likes made here are written to Spotify, UTC; null when they are not to be.</summary>
    public DateTimeOffset? WritesLikesSince { get; set; }
}
