using System.Net;
using MusicTimeMachine.Data;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Hosting.Doctor;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>Whether the server's Spotify app is set up, whether Spotify knows it, and which address is to be registered.</summary>
internal sealed class SpotifyExamination(SpotifySettings spotify, SpotifyApps apps, SpotifyBlocks blocks, IConfiguration configuration) : IExamination
{
    private const string Subject = "Spotify";

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) =>
        [.. Settings(), .. await BlockAsync(cancellationToken), .. await AskAsync(cancellationToken), .. Servers().Select(Address)];

    /// <summary>What can be said of the settings.</summary>
    public IEnumerable<Finding> Settings()
    {
        if (!apps.ServerHasApp)
        {
            yield return new Finding(Subject, FindingState.Warning, "Spotify:ClientId is not set. All else works without it, and people can bring apps of their own.");
            yield break;
        }

        yield return new Finding(Subject, FindingState.Ok, "Spotify:ClientId is set.");
        if (spotify.ClientSecret.Length == 0)
            yield return new Finding(Subject, FindingState.Warning, "There is no secret: PKCE alone proves who asks, and Spotify cannot be asked whether it knows the client id.");
    }

    /// <summary>Whether Spotify wants to be left alone by the server's app.</summary>
    public async Task<IReadOnlyList<Finding>> BlockAsync(CancellationToken cancellationToken)
    {
        if (!apps.ServerHasApp) return [];
        try
        {
            return await blocks.FindAsync(spotify.ClientId, cancellationToken) is { } blocked ? [new Finding(Subject, FindingState.Warning, blocked.Message)] : [];
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception) || exception is InvalidOperationException)
        {
            return []; // That there is no database is said elsewhere.
        }
    }

    /// <summary>Asks Spotify whether it knows the server's app with its secret; nothing where there is nothing to ask.</summary>
    public async Task<IReadOnlyList<Finding>> AskAsync(CancellationToken cancellationToken)
    {
        if (spotify.ClientSecret.Length == 0) return [];
        return await apps.CheckServerAsync(cancellationToken) is { } refused
            ? [new Finding(Subject, FindingState.Error, refused)]
            : [new Finding(Subject, FindingState.Ok, "Spotify knows the client id and the secret.")];
    }

    /// <summary>Whether Spotify returns to an address of this server, and what is to be registered then.</summary>
    public static Finding Address(Uri server) => SpotifyEndpoints.IsAccepted(server)
        ? new Finding("Redirect address", FindingState.Ok, $"For {server.AbsoluteUri} register {SpotifyEndpoints.RedirectAddress(server)} at developer.spotify.com/dashboard, exactly so.")
        : new Finding("Redirect address", FindingState.Warning, $"{server.AbsoluteUri}: {SpotifyOutcome.WrongAddress.Sentence()}");

    /// <summary>The addresses under which browsers may open the server: where it listens, and by which names it answers, which a proxy serves by HTTPS.</summary>
    private IEnumerable<Uri> Servers()
    {
        var listening = SettingList.Read(configuration, "Urls").Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""))
            .Select(BindingOf).OfType<Uri>();
        var names = SettingList.Read(configuration, HostNames.Key).Where(name => !name.Contains('*', StringComparison.Ordinal)).Select(name => new Uri($"https://{name}/"));
        return listening.Concat(names).Distinct();
    }

    /// <summary>What a browser on this machine asks for: a server that listens everywhere, or as localhost, is reached by the loopback address.</summary>
    private static Uri? BindingOf(string url)
    {
        if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)) return null;
        var everywhere = uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        return everywhere ? new UriBuilder(uri) { Host = "127.0.0.1" }.Uri : uri;
    }
}
