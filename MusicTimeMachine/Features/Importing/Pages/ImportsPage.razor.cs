using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.Importing.Pages;

/// <summary>Where people bring in their history, and what they have brought in so far.</summary>
public sealed partial class ImportsPage : IAsyncDisposable
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _failed;
    private LiveReload? _live;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public ImportsOverview? Overview { get; set; }

    [Inject]
    private ImportService Service { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private DemoAccount Demo { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var listener = await Listener.GetAsync();
        _zone = TimeZones.Find(listener.TimeZone);
        if (RendererInfo.IsInteractive) _live = new LiveReload(Updates, ImportService.Topic(listener.UserId), () => InvokeAsync(LoadAsync));
        if (Overview is null) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            Overview = await Service.ListAsync((await Listener.GetAsync()).UserId, CancellationToken.None);
            _failed = null;
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }

        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_live is not null) await _live.DisposeAsync();
    }
}
