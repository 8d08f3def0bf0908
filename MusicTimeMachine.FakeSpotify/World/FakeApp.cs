using System.Net;

namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>What a refresh answer says of the refresh token.</summary>
public enum RefreshAnswer
{
    /// <summary>Nothing: the old one goes on. So it is since June 2026.</summary>
    Omitted,

    /// <summary>A new one, and the old one is worth nothing any more.</summary>
    Rotated,

    /// <summary>The same one again.</summary>
    Repeated,
}

/// <summary>An app in Development Mode: a client id, those who may use it, and its limits.</summary>
/// <param name="clientId">Its client id.</param>
/// <param name="clientSecret">Its secret.</param>
public sealed class FakeApp(string clientId, string clientSecret)
{
    private readonly List<string> _redirects = [];

    /// <summary>Its client id.</summary>
    public string ClientId => clientId;

    /// <summary>Its secret.</summary>
    public string ClientSecret => clientSecret;

    /// <summary>The addresses that Spotify may return to.</summary>
    public IReadOnlyList<string> RedirectAddresses => _redirects;

    /// <summary>Ids of the people who may use it; five at most.</summary>
    public ISet<string> AllowList { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the developer has Premium, without which no call succeeds.</summary>
    public bool OwnerHasPremium { get; set; } = true;

    /// <summary>What refresh answers say of the refresh token.</summary>
    public RefreshAnswer RefreshAnswer { get; set; }

    /// <summary>Scopes that are not granted although they were asked for.</summary>
    public ISet<string> WithheldScopes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Most calls in any 30 seconds; null for no limit.</summary>
    public int? CallsPerWindow { get; set; }

    /// <summary>Most calls in any 24 hours, the quota; null for no limit.</summary>
    public int? CallsPerDay { get; set; }

    internal FakeMeter Meter { get; } = new();

    /// <summary>Adds a redirect address: HTTPS, or HTTP to a loopback address in figures, never "localhost".</summary>
    /// <exception cref="ArgumentException">Spotify refuses this address.</exception>
    public void Register(string address)
    {
        var uri = new Uri(address);
        if (uri.Scheme != Uri.UriSchemeHttps && !IsLoopbackLiteral(uri)) throw new ArgumentException("This redirect URI is not secure.", nameof(address));
        _redirects.Add(address);
    }

    /// <summary>Whether a sign-in may return there: exactly as registered, save that a loopback address without a port stands for every port.</summary>
    internal bool MayReturnTo(string? address) => _redirects.Exists(registered =>
        registered == address
        || (Uri.TryCreate(address, UriKind.Absolute, out var asked) && new Uri(registered) is { IsDefaultPort: true } known && IsLoopbackLiteral(known)
            && new UriBuilder(asked) { Port = -1 }.Uri == known));

    private static bool IsLoopbackLiteral(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
