using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Hosting;

/// <summary>
/// Whether the process lives (<c>/health/live</c>) and whether it can serve (<c>/health/ready</c>). Monitors ask under any
/// name, with any cookie, and before the database is there: none of that is looked at.
/// </summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ShortCircuit();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous().ShortCircuit();
    }
}

/// <summary>Asks the database for a sign of life.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!database.IsReady) return HealthCheckResult.Unhealthy("The database is not ready yet.");
        await using var command = database.DataSource.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
