using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicTimeMachine.Data;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Hosting;

/// <summary>Nothing is logged as a problem that is none.</summary>
public sealed class QuietLogTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstStart_WithItsFirstKeyAndItsFirstPage_WarnsOfNothing()
    {
        using var log = new TestLog();
        await using (var app = await TestApp.StartAsync(cluster, builder => builder.Logging.AddProvider(log)))
        {
            using var http = app.CreateClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/welcome", Stop)).StatusCode);
            await using var context = app.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<MusicContext>>().CreateDbContext();
            Assert.Single(context.DataProtectionKeys);
        }

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Stop_BeforeTheDatabaseIsReady_LogsNoFailure()
    {
        using var log = new TestLog();
        var app = Build(port: 0, log);
        await app.StartAsync(Stop);
        Assert.False(app.Services.GetRequiredService<Database>().IsReady);
        await app.StopAsync(Stop);
        await EndAsync(app);

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Start_PortInUseBeforeTheDatabaseIsReady_LeavesTheWordToTheCommandLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var log = new TestLog();
        var app = Build(((IPEndPoint)taken.LocalEndpoint).Port, log);
        var refused = await Assert.ThrowsAsync<IOException>(() => app.StartAsync(Stop));
        await EndAsync(app);

        Assert.EndsWith("address already in use.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(log.Lines);
    }

    /// <summary>The application on an embedded database that has to be made first, which takes its time.</summary>
    private static WebApplication Build(int port, TestLog log) => MusicTimeMachineApp.Build([], builder =>
    {
        builder.Configuration["Urls"] = $"http://127.0.0.1:{port}";
        builder.Configuration["DataDirectory"] = Path.Combine(Path.GetTempPath(), "mtm-quiet-" + Guid.NewGuid().ToString("N")[..8]);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
    });

    private static async Task EndAsync(WebApplication app)
    {
        var directory = app.Configuration["DataDirectory"]!;
        await app.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(directory, "postgres", "data", "postmaster.pid")), "Its server runs on.");
        // A fast machine stops before there is anything to delete.
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }
}
