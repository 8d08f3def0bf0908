using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Tests.Ui;

/// <summary>What a page has loaded stays on the server until its circuit takes it over, once.</summary>
public sealed class HandoverTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Kept_IsHandedOverOnce_AndOnlyAsWhatItWas()
    {
        var handover = new Handover(TimeProvider.System);
        var (key, other) = (new byte[Handover.KeyLength], new byte[Handover.KeyLength]);
        handover.Keep("what a page has loaded", key);
        handover.Keep("another page", other);

        Assert.NotEqual(key, other);
        Assert.False(handover.TryTake<int[]>(key, out _));
        Assert.False(handover.TryTake<string>(key.AsSpan(1), out _));
        Assert.False(handover.TryTake<string>(new byte[Handover.KeyLength], out _));
        Assert.True(handover.TryTake<string>(key, out var taken));
        Assert.Equal("what a page has loaded", taken);
        Assert.False(handover.TryTake<string>(key, out _));
        Assert.True(handover.TryTake<string>(other, out _));
    }

    /// <summary>Nobody takes over what crawlers and closed windows have loaded: it must not pile up.</summary>
    [Fact]
    public void Kept_ByThousandsOfPages_IsBounded()
    {
        var handover = new Handover(TimeProvider.System);
        var keys = Enumerable.Range(0, 3_000).Select(_ => new byte[Handover.KeyLength]).ToList();
        foreach (var key in keys) handover.Keep("a page", key);

        Assert.InRange(keys.Count(key => handover.TryTake<string>(key, out _)), 1, Handover.MostPages);
    }

    /// <summary>A circuit takes 32 KB from a browser at most, and a page of twenty years would bring ten times as much.</summary>
    [Fact]
    public async Task Pages_CarryAKey_InsteadOfTheirData()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        using var browser = new FormClient(app.CreateClient());
        await browser.SendAsync("/welcome", "/account/look-around");
        foreach (var path in (string[])["/", "/evolution?period=all", "/moods?period=all", "/time-machine", "/gems", "/search?q=a"])
        {
            var page = await browser.Http.GetStringAsync(path, Stop);

            var begin = page.IndexOf("<!--Blazor-Server-Component-State:", StringComparison.Ordinal);
            Assert.InRange(begin, 0, page.Length);
            Assert.InRange(page.IndexOf("-->", begin, StringComparison.Ordinal) - begin, 100, 4_000);
        }
    }
}
