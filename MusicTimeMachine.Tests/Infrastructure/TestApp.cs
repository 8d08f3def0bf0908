using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicTimeMachine.Data;
using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>The real application, listening on a free port, on a database of its own.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Task> _cleanUpAsync;

    private TestApp(WebApplication app, string connectionString, string directory, Func<Task> cleanUpAsync)
    {
        (_app, ConnectionString, DataDirectory, _cleanUpAsync) = (app, connectionString, directory, cleanUpAsync);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it listens, such as http://127.0.0.1:41234/.</summary>
    public Uri Address { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>How to reach its database.</summary>
    public string ConnectionString { get; }

    /// <summary>Where it keeps files.</summary>
    public string DataDirectory { get; }

    /// <summary>Starts the application and waits until its database is ready.</summary>
    /// <param name="cluster">The server for its database.</param>
    /// <param name="settings">Settings that differ from the defaults, such as <c>("Demo:Enabled", "true")</c>.</param>
    public static Task<TestApp> StartAsync(TestCluster cluster, params (string Key, string Value)[] settings) => StartAsync(cluster, _ => { }, settings);

    /// <summary>Starts the application with changes to how it is put together.</summary>
    public static async Task<TestApp> StartAsync(TestCluster cluster, Action<WebApplicationBuilder> configure, params (string Key, string Value)[] settings) =>
        await StartAsync(cluster, await cluster.CreateDatabaseAsync(), configure, settings);

    /// <summary>Starts the application where somebody has looked around in the demo before.</summary>
    public static async Task<TestApp> StartWithDemoAsync(TestCluster cluster) => await StartAsync(cluster, await cluster.CreateDemoDatabaseAsync(), _ => { }, [("Demo:Enabled", "true")]);

    private static async Task<TestApp> StartAsync(TestCluster cluster, string connectionString, Action<WebApplicationBuilder> configure, (string Key, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("mtm-app-").FullName;
        return await StartAsync(connectionString, directory, settings, configure, async () =>
        {
            await cluster.DropDatabaseAsync(connectionString);
            Directory.Delete(directory, recursive: true);
        });
    }

    /// <summary>Starts the application on a database, and in a data directory, that the caller keeps.</summary>
    public static Task<TestApp> StartAsync(string connectionString, string dataDirectory) => StartAsync(connectionString, dataDirectory, [], _ => { }, () => Task.CompletedTask);

    private static async Task<TestApp> StartAsync(
        string connectionString, string directory, (string Key, string Value)[] settings, Action<WebApplicationBuilder> configure, Func<Task> cleanUpAsync)
    {
        var app = MusicTimeMachineApp.Build([], builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["ConnectionStrings:MusicTimeMachine"] = connectionString;
            builder.Configuration["DataDirectory"] = directory;
            foreach (var (key, value) in settings) builder.Configuration[key] = value;
            builder.Logging.ClearProviders();
            configure(builder);
        });
        await app.StartAsync();
        await app.Services.GetRequiredService<Database>().Ready;
        return new TestApp(app, connectionString, directory, cleanUpAsync);
    }

    /// <summary>A browser-like client: keeps cookies, does not follow redirects.</summary>
    public HttpClient CreateClient() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _cleanUpAsync();
    }
}
