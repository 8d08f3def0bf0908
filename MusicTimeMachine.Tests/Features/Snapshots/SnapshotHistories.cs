using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Snapshots;

/// <summary>Two people in two time zones with plays and snapshots of the same music.</summary>
public sealed class SnapshotHistories(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, InventedSnapshots> _snapshots = [];

    public TestDatabase Database { get; } = new(cluster);

    public ListeningMemory Memory { get; private set; } = null!;

    public InventedSnapshots Of(string zone) => _snapshots[zone];

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        Memory = new ListeningMemory(Database, TimeProvider.System);
        await using var context = Database.CreateDbContext();
        var catalog = await InventedCatalog.CreateAsync(context);
        foreach (var (zone, seed) in ((string, int)[])[("Europe/Zurich", 15), ("America/New_York", 16)])
            _snapshots[zone] = await InventedSnapshots.CreateAsync(Database, await InventedHistory.CreateAsync(Database, catalog, zone, seed, count: 400), seed);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
