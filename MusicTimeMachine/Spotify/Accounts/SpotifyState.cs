namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>How a person stands with Spotify.</summary>
/// <param name="ServerHasApp">Whether they can connect without an app of their own.</param>
/// <param name="OwnClientId">The client id of the app that they brought; null when they did not.</param>
/// <param name="Link">Their Spotify account; null when none is connected.</param>
/// <param name="Blocked">Why Spotify answers nothing at the moment, and until when; null when it does.</param>
public sealed record SpotifyState(bool ServerHasApp, string? OwnClientId, SpotifyLink? Link, string? Blocked);

/// <summary>Whether somebody should sign in to Spotify again.</summary>
public enum SpotifyReminder
{
    /// <summary>Not in the next month.</summary>
    None,

    /// <summary>Within a month: a permission ends six months after it was given.</summary>
    Soon,

    /// <summary>Now: Spotify answers nothing any more.</summary>
    Now,
}

/// <summary>A connected Spotify account.</summary>
/// <param name="Name">The name that Spotify shows.</param>
/// <param name="AuthorizedAt">When the person allowed it.</param>
/// <param name="NeedsReconnect">Whether Spotify refuses by now.</param>
/// <param name="OwnApp">Whether through an app that the person brought.</param>
public sealed record SpotifyLink(string Name, DateTimeOffset AuthorizedAt, bool NeedsReconnect, bool OwnApp)
{
    /// <summary>When the permission ends: refresh tokens live for six months, and using them does not lengthen that (since June 2026).</summary>
    public DateTimeOffset EndsAt => AuthorizedAt.AddMonths(6);

    /// <summary>Whether to sign in to Spotify again; from the fifth month on a renewal in good time loses nothing.</summary>
    public SpotifyReminder Reminder(DateTimeOffset now) =>
        NeedsReconnect || now >= EndsAt ? SpotifyReminder.Now : now >= AuthorizedAt.AddMonths(5) ? SpotifyReminder.Soon : SpotifyReminder.None;
}
