namespace MusicTimeMachine.Spotify;

/// <summary>Why Spotify did not do what it was asked for.</summary>
public enum SpotifyProblem
{
    /// <summary>The access token is over; a new one helps.</summary>
    TokenOver,

    /// <summary>The person has to sign in to Spotify again.</summary>
    Reconnect,

    /// <summary>The person is not on the app's allow-list.</summary>
    NotOnAllowList,

    /// <summary>The app's owner has no Premium.</summary>
    OwnerWithoutPremium,

    /// <summary>The person disconnected the account while it was read, or connected another one.</summary>
    AccountChanged,

    /// <summary>The person did not allow what the call needs.</summary>
    ScopeMissing,

    /// <summary>Spotify does not let apps like this do it.</summary>
    Forbidden,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>Too many calls in a short time.</summary>
    RateLimited,

    /// <summary>The app's quota is used up.</summary>
    QuotaUsedUp,

    /// <summary>Spotify refused the call as wrong.</summary>
    Refused,

    /// <summary>Spotify did not answer, or with an error of its own.</summary>
    Unavailable,

    /// <summary>The answer was not what it should be.</summary>
    Unreadable,

    /// <summary>Spotify does not know the client id, or not with this secret.</summary>
    AppRefused,

    /// <summary>The way back is not the one that is registered.</summary>
    RedirectMismatch,
}
