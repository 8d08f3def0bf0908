using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Gems;

/// <summary>Two people in two time zones who hear the same music, seldom enough for songs to fall silent.</summary>
public sealed class GemHistories(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, InventedHistory> _histories = [];

    public TestDatabase Database { get; } = new(cluster);

    public ListeningMemory Memory { get; private set; } = null!;

    public InventedHistory Of(string zone) => _histories[zone];

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        Memory = new ListeningMemory(Database, TimeProvider.System);
        await using var context = Database.CreateDbContext();
        var catalog = await InventedCatalog.CreateAsync(context);
        _histories["Europe/Zurich"] = await InventedHistory.CreateAsync(Database, catalog, "Europe/Zurich", seed: 5, count: 900);
        _histories["America/New_York"] = await InventedHistory.CreateAsync(Database, catalog, "America/New_York", seed: 6, count: 900);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
