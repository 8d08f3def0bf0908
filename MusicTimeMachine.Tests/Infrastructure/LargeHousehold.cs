using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>
/// A library that is large enough for the server to choose its indexes, beside those of twenty others: alone, a person's rows
/// are all there are. Made when the first test class asks for it (<see cref="TestCluster.LargeHousehold"/>), and only read.
/// </summary>
public sealed class LargeHousehold : IAsyncDisposable
{
    private readonly Lazy<Task> _made;

    public LargeHousehold(TestCluster cluster)
    {
        Database = new TestDatabase(cluster);
        _made = new Lazy<Task>(MakeAsync);
    }

    public TestDatabase Database { get; }

    /// <summary>Listens to most of the catalogue, in Zurich, until the end of January 2026.</summary>
    public Guid User { get; private set; }

    /// <summary>Has a fiftieth of the catalogue and has heard none of it.</summary>
    public Guid Rare { get; private set; }

    /// <summary>What they have heard, as pages keep it.</summary>
    public ListeningMemory Memory { get; private set; } = null!;

    public Task ReadyAsync() => _made.Value;

    public ValueTask DisposeAsync() => _made.IsValueCreated ? Database.DisposeAsync() : ValueTask.CompletedTask;

    private async Task MakeAsync()
    {
        await Database.InitializeAsync();
        Memory = new ListeningMemory(Database, TimeProvider.System);
        var demo = new DemoLibrary(new DemoOptions(new DateOnly(2026, 1, 31), DemoOptions.Zurich, 60_000));
        User = await new DemoWriter(Database).WriteAsync(demo, CancellationToken.None);
        for (var other = 0; other < 20; other++) await Database.AddUserAsync();
        await Database.ExecuteAsync($"insert into user_tracks (user_id, track_id, plays, ms_played) select u.id, t.id, 0, 0 from users u, tracks t where u.id <> '{User}'");
        await Database.ExecuteAsync(
            $"""
             insert into listening_months (user_id, month, plays, ms_played, shown_days, shown_plays, track_ids, hours, ms)
             select u.id, month, 0, 0, shown_days, shown_plays, array[]::bigint[], array[]::smallint[], array[]::int[]
             from users u, listening_months m where u.id <> '{User}' and m.user_id = '{User}'
             """);
        await Database.ExecuteAsync("insert into liked_tracks (user_id, track_id, liked_at) select user_id, track_id, now() from user_tracks where track_id % 5 = 0 on conflict do nothing");
        await Database.ExecuteAsync("insert into albums (artist_id, name, name_key) select a.id, 'Another ' || n, 'another' || n from artists a, generate_series(1, 20) n");
        await Database.ExecuteAsync("insert into hidden_gems (user_id, song_id, hidden_at) select u.id, s.id, now() from users u, songs s where s.id % 20 = 0");
        await Database.ExecuteAsync(
            $"""
             insert into snapshot_days (user_id, date, taken_at) select u.id, d.date, d.taken_at from snapshot_days d, (select id from users where id <> '{User}' limit 3) u where d.user_id = '{User}';
             insert into snapshots (user_id, date, time_range, rank, track_id) select d.user_id, s.date, s.time_range, s.rank, s.track_id from snapshots s join snapshot_days d on d.date = s.date and d.user_id <> s.user_id;
             insert into artist_snapshots (user_id, date, time_range, rank, artist_id) select d.user_id, s.date, s.time_range, s.rank, s.artist_id from artist_snapshots s join snapshot_days d on d.date = s.date and d.user_id <> s.user_id;
             """);
        Rare = (await Database.AddUserAsync()).Id;
        await Database.ExecuteAsync($"insert into user_tracks (user_id, track_id, plays, ms_played) select '{Rare}', id, 0, 0 from tracks where id % 50 = 0");
        await Database.ExecuteAsync("vacuum analyze");
    }
}
