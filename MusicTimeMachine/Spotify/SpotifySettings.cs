using System.Net;
using System.Text.RegularExpressions;

namespace MusicTimeMachine.Spotify;

/// <summary>Section <c>Spotify</c>. Without a client id the server has no app of its own; people may still bring theirs.</summary>
public sealed partial class SpotifySettings
{
    /// <summary>The client id of the server's app; empty for none.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret; empty for an app that proves itself by PKCE alone.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where people sign in and tokens come from.</summary>
    public string AccountsAddress { get; set; } = "https://accounts.spotify.com/";

    /// <summary>Where the Web API begins.</summary>
    public string ApiAddress { get; set; } = "https://api.spotify.com/v1/";

    /// <summary>The least time between two calls of one app, in milliseconds.</summary>
    public int MinimumGapMilliseconds { get; set; } = 250;

    /// <summary>The longest wait that a call sits out, in seconds; where Spotify asks for more, no call is made until then.</summary>
    public int LongestWaitSeconds { get; set; } = 60;

    /// <summary>How long an answer may take, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    internal Uri Accounts => new(AccountsAddress.TrimEnd('/') + "/");

    internal Uri Api => new(ApiAddress.TrimEnd('/') + "/");

    internal TimeSpan LongestWait => TimeSpan.FromSeconds(LongestWaitSeconds);

    /// <summary>The server's own app; null when there is none.</summary>
    internal SpotifyApp? App => ClientId.Length == 0 ? null : new SpotifyApp(ClientId, ClientSecret.Length == 0 ? null : ClientSecret);

    /// <summary>The rules that the settings have to keep.</summary>
    internal static IEnumerable<(string Key, bool Holds, string Rule)> Rules(SpotifySettings spotify) =>
    [
        (nameof(ClientId), spotify.ClientId.Length == 0 || IsWord(spotify.ClientId), "must be the client id as Spotify's dashboard shows it: letters and digits only"),
        (nameof(ClientSecret), spotify.ClientSecret.Length == 0 || IsWord(spotify.ClientSecret), "must be the client secret as Spotify's dashboard shows it: letters and digits only"),
        (nameof(ClientSecret), spotify.ClientSecret.Length == 0 || spotify.ClientId.Length > 0, "is set, but Spotify:ClientId is not; set both, or neither"),
        (nameof(AccountsAddress), IsSafe(spotify.AccountsAddress), "must be an address that begins with https:// (http:// on 127.0.0.1 alone)"),
        (nameof(ApiAddress), IsSafe(spotify.ApiAddress), "must be an address that begins with https:// (http:// on 127.0.0.1 alone)"),
        (nameof(MinimumGapMilliseconds), spotify.MinimumGapMilliseconds is >= 0 and <= 60_000, "must be between 0 and 60,000"),
        (nameof(LongestWaitSeconds), spotify.LongestWaitSeconds is >= 1 and <= 600, "must be between 1 and 600"),
        (nameof(TimeoutSeconds), spotify.TimeoutSeconds is >= 1 and <= 300, "must be between 1 and 300"),
    ];

    /// <summary>Whether it may be a client id or a secret.</summary>
    internal static bool IsWord(string text) => Word().IsMatch(text);

    // Secrets and tokens go there: in clear only to this machine, for the stand-in that developers use.
    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Query: "", Fragment: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    [GeneratedRegex("^[A-Za-z0-9]{1,128}$", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
