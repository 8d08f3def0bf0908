using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Spotify;

/// <summary>A stand-in for Spotify, and what speaks with it, on one clock. Each instance is a process of its own.</summary>
public sealed class SpotifyFixture : IAsyncDisposable
{
    private readonly FakeSpotifyServer _server;
    private readonly IDbContextFactory<MusicContext> _database;
    private readonly List<ServiceProvider> _processes = [];
    private readonly SpotifySettings _settings;

    private SpotifyFixture(FakeSpotifyServer server, HurriedClock clock, IDbContextFactory<MusicContext> database, SpotifySettings settings)
    {
        (_server, Clock, _database, _settings) = (server, clock, database, settings);
        (settings.AccountsAddress, settings.ApiAddress) = (server.Address.AbsoluteUri, server.Api.AbsoluteUri);
        Services = StartProcess();
    }

    public HurriedClock Clock { get; }

    public FakeWorld World => _server.World;

    public FakeApp App => World.Apps[0];

    /// <summary>On the app's allow-list.</summary>
    public FakePerson Robin => World.People[0];

    public Uri Address => _server.Address;

    public IServiceProvider Services { get; }

    public SpotifyApi Api => Services.GetRequiredService<SpotifyApi>();

    /// <summary>A pass of Robin's for everything.</summary>
    public SpotifyPass Pass => PassOf(Robin.Id, [.. SpotifyScopes.Needed, "user-library-modify"]);

    /// <summary>A new person who is connected with Robin's account; each time another one, so that several may be.</summary>
    public async Task<Guid> AddLinkedAsync(TestDatabase database, bool writesLikes = false)
    {
        var userId = (await database.AddUserAsync()).Id;
        Robin.AccountId = "account" + Guid.NewGuid().ToString("N");
        await ConnectAsync(userId, Robin, writesLikes);
        return userId;
    }

    /// <summary>Connects a person with somebody's Spotify account, as after a sign-in.</summary>
    /// <returns>The refresh token.</returns>
    public async Task<string> ConnectAsync(Guid userId, FakePerson person, bool writesLikes = false)
    {
        var grant = GrantOf(person, writesLikes: writesLikes);
        Assert.True(await Services.GetRequiredService<SpotifyAccounts>().ConnectAsync(userId, grant, TestContext.Current.CancellationToken));
        return grant.Tokens.RefreshToken!;
    }

    /// <summary>What comes back when a person has signed in to Spotify.</summary>
    internal SpotifyGrant GrantOf(FakePerson person, string? clientId = null, bool writesLikes = false)
    {
        IReadOnlyList<string> scopes = writesLikes ? [.. SpotifyScopes.Needed, SpotifyScopes.WriteLikes] : SpotifyScopes.Needed;
        return new SpotifyGrant(
            new SpotifyProfile(person.AccountId, person.Id, person.DisplayName),
            new SpotifyTokens
            {
                AccessToken = World.Grants.Access(clientId ?? App.ClientId, person.Id, scopes),
                RefreshToken = World.Grants.Authorize(clientId ?? App.ClientId, person.Id, scopes),
                ExpiresIn = 3600,
                Scope = string.Join(' ', scopes),
            },
            ownApp: clientId is not null)
        {
            WritesLikes = writesLikes,
        };
    }

    public static async Task<SpotifyFixture> StartAsync(IDbContextFactory<MusicContext> database, Action<SpotifySettings>? change = null)
    {
        var clock = new HurriedClock();
        var settings = new SpotifySettings { ClientId = FakeWorld.ClientId, ClientSecret = FakeWorld.ClientSecret };
        change?.Invoke(settings);
        // Two tests of one database must not share an app: one that is blocked is blocked for everybody.
        var world = FakeWorld.Invented(clock);
        var app = new FakeApp(Guid.NewGuid().ToString("N"), FakeWorld.ClientSecret);
        app.Register("http://127.0.0.1/signin-spotify");
        app.AllowList.UnionWith(world.Apps[0].AllowList);
        world.Apps[0] = app;
        settings.ClientId = app.ClientId;
        return new SpotifyFixture(await FakeSpotifyServer.StartAsync(world), clock, database, settings);
    }

    public SpotifyPass PassOf(string personId, params IEnumerable<string> scopes) => new(App.ClientId, World.Grants.Access(App.ClientId, personId, scopes));

    /// <summary>The services of another process on the same database.</summary>
    public IServiceProvider StartProcess()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(_settings);
        services.AddSingleton(_database);
        services.AddSafety();
        services.AddSpotify();
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await _server.DisposeAsync();
    }
}
