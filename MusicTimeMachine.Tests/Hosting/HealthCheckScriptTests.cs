using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MusicTimeMachine.Data.Embedded;

namespace MusicTimeMachine.Tests.Hosting;

/// <summary>The container's health check, against a server that answers as told.</summary>
public sealed class HealthCheckScriptTests
{
    [Theory]
    [InlineData(StatusCodes.Status200OK, 0)]
    [InlineData(StatusCodes.Status503ServiceUnavailable, 1)]
    public async Task HealthCheck_EachAnswer_IsHealthyOnlyWhenOk(int answer, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is bash.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/health/live", () => Results.StatusCode(answer));
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, await CheckAsync(new Uri(app.Urls.Single()).Port));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> CheckAsync(int port)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "MusicTimeMachine.sln")))
            root = root.Parent;
        var ran = await ExternalProgram.RunAsync(
            [Path.Combine(root.FullName, "scripts", "healthcheck.sh"), port.ToString(CultureInfo.InvariantCulture)], "/", TestContext.Current.CancellationToken);
        return ran.ExitCode;
    }
}
