using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.Capturing.Pages;

/// <summary>What is captured of a connected account: when it was last, when it is next, what is in the way, and the way to have it now.</summary>
public sealed partial class CapturePanel : IAsyncDisposable
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private LiveReload? _live;
    private string? _failed;

    /// <summary>Whether nothing is captured until Spotify is connected again.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public CaptureView? View { get; set; }

    [Inject]
    private CaptureSchedule Schedule { get; set; } = default!;

    [Inject]
    private CaptureGaps Gaps { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (View is null || RendererInfo.IsInteractive) await LoadAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_live is not null) await _live.DisposeAsync();
    }

    private Task LoadAsync() => ReachAsync(_ => Task.CompletedTask);

    private Task StartAsync(string kind) => ReachAsync(userId => Schedule.StartAsync(userId, kind, CancellationToken.None));

    private async Task ReachAsync(Func<Guid, Task> changeAsync)
    {
        try
        {
            var listener = await Listener.GetAsync();
            var userId = listener.UserId;
            _zone = TimeZones.Find(listener.TimeZone);
            if (RendererInfo.IsInteractive) _live ??= new LiveReload(Updates, CaptureSchedule.Topic(userId), () => InvokeAsync(FollowAsync));
            await changeAsync(userId);
            View = new CaptureView(await Schedule.StateAsync(userId, CancellationToken.None), (await Gaps.OpenAsync(userId, CancellationToken.None)).Count);
            _failed = null;
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }
    }

    private async Task FollowAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private string NextOf(CaptureState capture) => capture.Phase switch
    {
        _ when Waits => "it goes on when you connect Spotify again.",
        CapturePhase.Queued => "begins in a moment …",
        CapturePhase.Running => "is being read now …",
        _ => $"{(capture.Error is null ? "next" : "tried again")} {CaptureWords.In(capture.NextAt - Clock.GetUtcNow())}.",
    };
}
