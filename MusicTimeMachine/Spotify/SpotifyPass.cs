namespace MusicTimeMachine.Spotify;

/// <summary>What a call of the Web API needs. No record, since those print what they hold.</summary>
/// <param name="clientId">The app that asks; its limits count.</param>
/// <param name="accessToken">The token of the person for whom it asks.</param>
public sealed class SpotifyPass(string clientId, string accessToken)
{
    /// <summary>The app that asks; its limits count.</summary>
    public string ClientId => clientId;

    internal string AccessToken => accessToken;
}
