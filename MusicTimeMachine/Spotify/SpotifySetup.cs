using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Spotify;

/// <summary>Registers what speaks with Spotify.</summary>
internal static class SpotifySetup
{
    public static void AddSpotify(this IServiceCollection services)
    {
        services.AddSingleton<SpotifyQueue>();
        services.AddSingleton<SpotifyBlocks>();
        services.AddSingleton<SpotifyTokenEndpoint>();
        services.AddSingleton<SpotifyApi>();
        services.AddSingleton<SpotifyVault>();
        services.AddSingleton<SpotifyApps>();
        services.AddSingleton<SpotifyAccounts>();
        services.AddSingleton<SpotifyAccess>();
        services.AddHttpClient<SpotifyHttp>((provider, http) =>
            {
                http.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<SpotifySettings>().TimeoutSeconds);
                http.MaxResponseContentBufferSize = 16 << 20;
            })
            // One client for the life of the process, so its connections are what grows old. Redirects would take the token along.
            .UseSocketsHttpHandler((handler, _) => (handler.PooledConnectionLifetime, handler.AllowAutoRedirect, handler.UseCookies) = (TimeSpan.FromMinutes(5), false, false))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // Addresses name what somebody listens to.
    }
}
