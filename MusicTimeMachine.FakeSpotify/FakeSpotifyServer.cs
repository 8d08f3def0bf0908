using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MusicTimeMachine.FakeSpotify.Endpoints;
using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify;

/// <summary>
/// A server that behaves as Spotify does towards an app in Development Mode of 2026: signing in, tokens and the part of the
/// Web API that such an app may call. People and music are invented; tests turn the knobs of <see cref="World"/>.
/// </summary>
public sealed class FakeSpotifyServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSpotifyServer(WebApplication app, FakeWorld world)
    {
        (_app, World) = (app, world);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it listens, such as http://127.0.0.1:5090/. People sign in here.</summary>
    public Uri Address { get; }

    /// <summary>Where the Web API begins.</summary>
    public Uri Api => new(Address, "v1/");

    /// <summary>Its apps, people, music and faults.</summary>
    public FakeWorld World { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="world">What it knows.</param>
    /// <param name="url">Where it listens; port 0 is any free one.</param>
    public static async Task<FakeSpotifyServer> StartAsync(FakeWorld world, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(world);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        var app = builder.Build();
        app.Use(FaultGate.PassAsync);
        app.MapAuthorize();
        app.MapToken();
        var api = app.MapGroup("/v1").AddEndpointFilter(ApiGate.PassAsync);
        api.MapListening();
        api.MapCatalog();
        api.MapPlaylists();
        api.MapLibrary();
        api.MapRemoved();
        await app.StartAsync();
        return new FakeSpotifyServer(app, world);
    }

    /// <summary>Ends when the process is asked to end.</summary>
    public Task WaitForEndAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
