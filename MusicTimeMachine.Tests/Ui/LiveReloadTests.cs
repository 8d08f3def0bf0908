using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Tests.Ui;

public sealed class LiveReloadTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reload_HintsInQuickSuccession_IsDoneAtOnceAndThenOnceAPauseUntilTheLast()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var (updates, pause) = (app.Services.GetRequiredService<LiveUpdates>(), TimeSpan.FromMilliseconds(300));
        var loads = new ConcurrentQueue<long>();
        var seen = 0;
        var hints = 0;
        await using var live = new LiveReload(updates, "topic", () =>
        {
            loads.Enqueue(Stopwatch.GetTimestamp());
            seen = Volatile.Read(ref hints);
            return Task.CompletedTask;
        }, pause);
        await ListensAsync(updates, app);

        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        for (var hint = 0; hint < 20; hint++)
        {
            Interlocked.Increment(ref hints);
            await updates.PublishAsync(context, "topic", Stop);
            await updates.PublishAsync(context, "another topic", Stop);
            await Task.Delay(40, Stop);
        }

        for (var wait = 0; wait < 100 && seen < 20; wait++) await Task.Delay(50, Stop);
        long[] times = [.. loads];
        Assert.Equal(20, seen);
        Assert.InRange(times.Length, 2, 19);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(Stopwatch.GetElapsedTime(pair.First, pair.Second) > pause - TimeSpan.FromMilliseconds(30)));
    }

    /// <summary>Waits until hints arrive: the connection that listens is made in the background.</summary>
    private static async Task ListensAsync(LiveUpdates updates, TestApp app)
    {
        var heard = new TaskCompletionSource();
        using var subscription = updates.Subscribe("anybody there", () => heard.TrySetResult());
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        while (!heard.Task.IsCompleted)
        {
            await updates.PublishAsync(context, "anybody there", Stop);
            await Task.WhenAny(heard.Task, Task.Delay(50, Stop));
        }
    }
}
