using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>How a way through Spotify's sign-in ended. The word travels in the address, the sentence stays here.</summary>
internal enum SpotifyOutcome
{
    /// <summary>Connected.</summary>
    Connected,

    /// <summary>The person said no.</summary>
    Denied,

    /// <summary>The way back does not fit a way there.</summary>
    Lost,

    /// <summary>The person is not on the app's allow-list.</summary>
    NotAllowed,

    /// <summary>The app's developer has no Premium.</summary>
    NoPremium,

    /// <summary>Not everything was allowed.</summary>
    Incomplete,

    /// <summary>Spotify does not know the app.</summary>
    UnknownApp,

    /// <summary>The way back is not registered.</summary>
    WrongRedirect,

    /// <summary>Spotify wants to be left alone.</summary>
    Busy,

    /// <summary>Spotify did not answer, or not in a way that could be read.</summary>
    Unavailable,

    /// <summary>Nobody here has this Spotify account, and nobody new may come.</summary>
    Closed,

    /// <summary>The account here is disabled.</summary>
    Disabled,

    /// <summary>The Spotify account is somebody else's here, or the person has another one.</summary>
    Taken,

    /// <summary>Spotify would not return to this address.</summary>
    WrongAddress,

    /// <summary>There is no app to ask with.</summary>
    NoApp,
}

/// <summary>The words and sentences of <see cref="SpotifyOutcome"/>.</summary>
internal static class SpotifyOutcomes
{
    /// <summary>The part of an address that tells a page.</summary>
    public const string Key = "spotify";

    /// <summary>The outcome of a word in an address; null for any other word.</summary>
    public static SpotifyOutcome? Read(string? word) =>
        Enum.TryParse<SpotifyOutcome>(word, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) && !char.IsDigit(word![0]) ? outcome : null;

    /// <summary>The address that tells a page.</summary>
    public static string On(string path, SpotifyOutcome outcome) => $"{path}?{Key}={outcome.ToString().ToLowerInvariant()}";

    /// <summary>What happened and what to do.</summary>
    public static string Sentence(this SpotifyOutcome outcome) => outcome switch
    {
        SpotifyOutcome.Connected => "Your Spotify account is connected.",
        SpotifyOutcome.Denied => "You did not allow it, so nothing was connected. If that was a slip, begin again.",
        SpotifyOutcome.Lost => "The way back from Spotify does not fit its beginning: it took more than a quarter of an hour, was opened twice, or began in another browser or under another address. Begin again.",
        SpotifyOutcome.NotAllowed => SpotifyErrors.NotOnAllowList,
        SpotifyOutcome.NoPremium => SpotifyErrors.OwnerWithoutPremium,
        SpotifyOutcome.Incomplete => SpotifyErrors.ScopeMissing,
        SpotifyOutcome.UnknownApp => SpotifyErrors.AppRefused,
        SpotifyOutcome.WrongRedirect => SpotifyErrors.RedirectMismatch,
        SpotifyOutcome.Busy => "Spotify was asked too often and wants to be left alone for a while. Try again later.",
        SpotifyOutcome.Unavailable => "Spotify does not answer at the moment. Try again in some minutes.",
        SpotifyOutcome.Closed => "Nobody here is connected with this Spotify account, and registration is closed. If you have an account, sign in and connect Spotify in the settings; otherwise ask an administrator for an invitation.",
        SpotifyOutcome.Disabled => PasswordCheck.DisabledSentence,
        SpotifyOutcome.Taken => "This Spotify account is connected with another account here, or yours is connected with another Spotify account. Disconnect that one first.",
        SpotifyOutcome.WrongAddress => "Spotify returns to addresses with https:// only, or to http://127.0.0.1. Open this server under such an address, not as localhost, and begin again.",
        SpotifyOutcome.NoApp => "There is no Spotify app to connect with. Bring your own below, or ask an administrator to set the server's.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>How a refusal of Spotify's ends the way.</summary>
    public static SpotifyOutcome Of(SpotifyException refused) => refused.Problem switch
    {
        SpotifyProblem.NotOnAllowList => SpotifyOutcome.NotAllowed,
        SpotifyProblem.OwnerWithoutPremium => SpotifyOutcome.NoPremium,
        SpotifyProblem.ScopeMissing => SpotifyOutcome.Incomplete,
        SpotifyProblem.AppRefused => SpotifyOutcome.UnknownApp,
        SpotifyProblem.RedirectMismatch => SpotifyOutcome.WrongRedirect,
        SpotifyProblem.RateLimited or SpotifyProblem.QuotaUsedUp => SpotifyOutcome.Busy,
        SpotifyProblem.Reconnect or SpotifyProblem.TokenOver => SpotifyOutcome.Lost, // The code was used, or too old.
        _ => SpotifyOutcome.Unavailable,
    };
}
