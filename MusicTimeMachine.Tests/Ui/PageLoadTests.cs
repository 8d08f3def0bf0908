using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Tests.Ui;

public sealed class PageLoadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>
    /// Ending the first load takes its time, and two others are asked for meanwhile: the last of them must be the only one
    /// that comes to its end, and none may stumble over a source that another has disposed.
    /// </summary>
    [Fact]
    public async Task Run_TwoMoreWhileTheFirstIsBeingEnded_TheLastAloneCompletes()
    {
        using var load = new PageLoad();
        using var ending = new ManualResetEventSlim();
        List<int> completed = [];
        var begun = new TaskCompletionSource();
        var first = load.RunAsync(async token =>
        {
            await using var slow = token.Register(() => ending.Wait(Stop));
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        await begun.Task.WaitAsync(Stop);
        var second = load.RunAsync(token => CompleteAsync(2, token));
        var third = load.RunAsync(token => CompleteAsync(3, token));
        ending.Set();

        await Task.WhenAll(first, second, third).WaitAsync(TimeSpan.FromSeconds(30), Stop);

        Assert.Equal([3], completed);
        Assert.False(load.Busy);
        Assert.Null(load.Failed);

        async Task CompleteAsync(int number, CancellationToken token)
        {
            await Task.Delay(20, token);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
            linked.Token.ThrowIfCancellationRequested();
            completed.Add(number);
        }
    }

    [Fact]
    public async Task Stop_WhileLoading_IsBusyNoMore()
    {
        using var load = new PageLoad();
        var running = load.RunAsync(token => Task.Delay(Timeout.Infinite, token));
        Assert.True(load.Busy);

        await load.StopAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        Assert.False(load.Busy);
        await load.StopAsync();
        await load.RunAsync(_ => Task.CompletedTask);
        Assert.False(load.Busy);
    }
}
