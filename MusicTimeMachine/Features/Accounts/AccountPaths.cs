namespace MusicTimeMachine.Features.Accounts;

/// <summary>Where signing in and out happens.</summary>
internal static class AccountPaths
{
    public const string Welcome = "/welcome";
    public const string SignIn = "/sign-in";
    public const string Register = "/register";
    public const string Denied = "/denied";
    public const string Settings = "/settings";
    public const string ChangePassword = "/settings/password";
    public const string SignOut = "/account/sign-out";
    public const string Spotify = "/account/spotify";
    public const string SpotifyCallback = "/signin-spotify";
    public const string AdminSpotify = "/admin/spotify";
    public const string LookAround = "/account/look-around";

    /// <summary>
    /// The address to go on to after signing in: the given one when it stays on this server, otherwise the first page.
    /// Browsers read a backslash as a slash and drop control characters, so none of these is allowed.
    /// </summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !(returnUrl.Length > 1 && returnUrl[1] == '/') && !returnUrl.Contains('\\') && !returnUrl.Any(char.IsControl)
            ? returnUrl
            : "/";
}
