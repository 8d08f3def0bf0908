namespace MusicTimeMachine.Spotify;

/// <summary>Until when Spotify answers an app nothing, so that no process on this database asks before.</summary>
public sealed class SpotifyBlock
{
    /// <summary>SHA-256 of the app's client id, 32 bytes: people's own client ids stand nowhere in clear.</summary>
    public required byte[] App { get; set; }

    /// <summary>From then on it may be asked again.</summary>
    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>Whether the quota is used up; otherwise it was asked too often in a short time.</summary>
    public bool Quota { get; set; }
}
