using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Home;

/// <summary>Two people in two time zones who hear the same music, on one database, and the ranges that are tried on both.</summary>
public sealed class Histories(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, InventedHistory> _histories = [];

    /// <summary>From, to; and whether to compare with a range before that has another length.</summary>
    public static TheoryData<string, string, string> Ranges()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var zone in (string[])["Europe/Zurich", "America/New_York"])
        {
            data.Add(zone, "2025-10-01", "2026-03-01"); // whole months
            data.Add(zone, "2025-10-13", "2026-03-30"); // ragged at both ends
            data.Add(zone, "2025-12-31", "2026-01-02"); // across New Year
            data.Add(zone, "2025-10-26", "2025-10-27"); // 25 hours in Zurich
            data.Add(zone, "2026-03-08", "2026-03-09"); // 23 hours in New York
            data.Add(zone, "2025-11-05", "2025-11-20"); // within a month
            data.Add(zone, "2024-01-01", "2024-02-01"); // before everything
            data.Add(zone, "2026-01-05", "2026-01-05"); // no day
            data.Add(zone, "2000-01-01", "2100-01-01"); // everything
        }

        return data;
    }

    public TestDatabase Database { get; } = new(cluster);

    public ListeningMemory Memory { get; private set; } = null!;

    public InventedHistory Of(string zone) => _histories[zone];

    public static DayRange Range(string from, string to) => new(DateOnly.Parse(from, null), DateOnly.Parse(to, null));

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        Memory = new ListeningMemory(Database, TimeProvider.System);
        await using var context = Database.CreateDbContext();
        var catalog = await InventedCatalog.CreateAsync(context);
        _histories["Europe/Zurich"] = await InventedHistory.CreateAsync(Database, catalog, "Europe/Zurich", seed: 1);
        _histories["America/New_York"] = await InventedHistory.CreateAsync(Database, catalog, "America/New_York", seed: 2);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
