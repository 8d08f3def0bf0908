using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>How it was then: any year, month, day or range of the history. The address says when.</summary>
public sealed partial class TimeMachine : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;
    private Destination? _destination;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public TimeMachineView? View { get; set; }

    // All as text: an address may hold anything.
    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    [SupplyParameterFromQuery]
    private string? Month { get; set; }

    [SupplyParameterFromQuery]
    private string? Day { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? By { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private TimeTravelQuery Query { get; set; } = default!;

    [Inject]
    private TimelineQuery Timeline { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string Choice => string.Join('\n', Year, Month, Day, From, To, By);

    private TopOrder Order => By == "time" ? TopOrder.Time : TopOrder.Plays;

    private string Title => _destination is null ? "Time machine" : $"Back {(_destination.Kind == DestinationKind.Day ? "on" : "in")} {_destination.Label}";

    private string? Lead => _destination is { } there && View is { } view ? TimeAway.Of(there.Range, view.Today) : null;

    private string Than => _destination is { } there ? Destination.Of(there.Before).Label : "";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice != Choice) return LoadAsync();
        _destination = DestinationOf(View.Span);
        Follow(View.Listener);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        if (_live is not null) await _live.DisposeAsync();
    }

    /// <summary>Reads anew while an import adds plays, or when one is undone.</summary>
    private void Follow(Listener listener)
    {
        if (RendererInfo.IsInteractive) _live ??= new LiveReload(Updates, ImportService.Topic(listener.UserId), () => InvokeAsync(RefreshAsync), Pause);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync(quietly: true);
        StateHasChanged();
    }

    private Task LoadAsync(bool quietly = false) => _load.RunAsync(
        async cancellationToken =>
        {
            var (choice, order, listener) = (Choice, Order, await Listener.GetAsync(cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            Follow(listener);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZones.Find(listener.TimeZone)).DateTime);
            var span = await Plays.SpanAsync(listener.UserId, cancellationToken);
            var months = await Timeline.AskAsync(listener.UserId, cancellationToken);
            var destination = DestinationOf(span);
            var data = destination is null ? null : await Query.AskAsync(listener.UserId, destination.Range, destination.Before, order, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            (View, _destination) = (new TimeMachineView(choice, listener, today, span, months, data), destination);
        }, quietly);

    private Destination? DestinationOf(ListeningSpan? span) => span is null ? null : DestinationReader.Read(Year, Month, Day, From, To, span);
}
