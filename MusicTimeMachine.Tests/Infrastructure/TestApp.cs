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
    private readonly TestCluster _cluster;
    private readonly string _connectionString;
    private readonly string _directory;

    private TestApp(WebApplication app, TestCluster cluster, string connectionString, string directory)
    {
        (_app, _cluster, _connectionString, _directory) = (app, cluster, connectionString, directory);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it listens, such as http://127.0.0.1:41234/.</summary>
    public Uri Address { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>How to reach its database.</summary>
    public string ConnectionString => _connectionString;

    /// <summary>Starts the application and waits until its database is ready.</summary>
    /// <param name="cluster">The server for its database.</param>
    /// <param name="settings">Settings that differ from the defaults, such as <c>("Demo:Enabled", "true")</c>.</param>
    public static async Task<TestApp> StartAsync(TestCluster cluster, params (string Key, string Value)[] settings)
    {
        var connectionString = await cluster.CreateDatabaseAsync();
        var directory = Directory.CreateTempSubdirectory("mtm-app-").FullName;
        var app = MusicTimeMachineApp.Build([], builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["ConnectionStrings:MusicTimeMachine"] = connectionString;
            builder.Configuration["DataDirectory"] = directory;
            foreach (var (key, value) in settings) builder.Configuration[key] = value;
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        await app.Services.GetRequiredService<Database>().Ready;
        return new TestApp(app, cluster, connectionString, directory);
    }

    /// <summary>A browser-like client: keeps cookies, does not follow redirects.</summary>
    public HttpClient CreateClient() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _cluster.DropDatabaseAsync(_connectionString);
        Directory.Delete(_directory, recursive: true);
    }
}
