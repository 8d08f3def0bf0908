using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>What came back from a sign-in to Spotify. No record, since those print what they hold.</summary>
internal sealed class SpotifyGrant(SpotifyProfile profile, SpotifyTokens tokens, bool ownApp)
{
    /// <summary>Who signed in.</summary>
    public SpotifyProfile Profile => profile;

    /// <summary>The tokens.</summary>
    public SpotifyTokens Tokens => tokens;

    /// <summary>Whether through an app that the person brought.</summary>
    public bool OwnApp => ownApp;

    /// <summary>Whether the person was asked to let likes be written, and did.</summary>
    public bool WritesLikes { get; init; }

    /// <summary>What Spotify knows the account by.</summary>
    public string Key => profile.AccountId ?? profile.Id;

    /// <summary>What was allowed.</summary>
    public IReadOnlyList<string> Scopes { get; } = tokens.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether everything that is needed was allowed, with a token that can be renewed.</summary>
    public bool IsComplete => tokens.RefreshToken is not null && !SpotifyScopes.Needed.Except(Scopes, StringComparer.Ordinal).Any();
}
