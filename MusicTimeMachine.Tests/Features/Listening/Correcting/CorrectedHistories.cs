using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Listening.Correcting;

/// <summary>People who hear the same music, each with a history to be changed.</summary>
public sealed class CorrectedHistories(TestCluster cluster) : IAsyncLifetime
{
    private InventedCatalog _catalog = null!;

    public TestDatabase Database { get; } = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        await using var context = Database.CreateDbContext();
        _catalog = await InventedCatalog.CreateAsync(context);
    }

    /// <summary>Somebody new with some hundred plays.</summary>
    /// <param name="demo">Whether they look around in the demo.</param>
    public async Task<InventedHistory> AddAsync(bool demo = false)
    {
        var history = await InventedHistory.CreateAsync(Database, _catalog, "Europe/Zurich", seed: 5, count: 900);
        await using var context = Database.CreateDbContext();
        await context.Users.Where(user => user.Id == history.User.Id).ExecuteUpdateAsync(user => user.SetProperty(u => u.Demo, demo), TestContext.Current.CancellationToken);
        return history;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
