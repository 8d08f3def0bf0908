using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using Npgsql;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>A database that can be made to refuse, and to take its time.</summary>
public sealed class UnsteadyDatabase(IDbContextFactory<MusicContext> database) : IDbContextFactory<MusicContext>
{
    /// <summary>Whether it refuses.</summary>
    public bool Refuses { get; set; }

    /// <summary>What who asks has to wait for.</summary>
    public Task Open { get; set; } = Task.CompletedTask;

    public MusicContext CreateDbContext() => Refuses ? throw new NpgsqlException("It does not answer.") : database.CreateDbContext();

    public async Task<MusicContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        await Open.WaitAsync(cancellationToken);
        return CreateDbContext();
    }
}
