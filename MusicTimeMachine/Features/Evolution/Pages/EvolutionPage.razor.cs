using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Evolution.Pages;

/// <summary>How somebody's listening changed from month to month. The address says over which months.</summary>
public sealed partial class EvolutionPage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;
    private Period? _period;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public EvolutionView? View { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Key { get; set; }

    // As text: an address may hold anything.
    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Through { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private EvolutionQuery Query { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    private string Choice => string.Join('\n', Key, From, Through);

    private string? Lead => View?.Data is { Months: [var first, .., var last] } ? Format.Months(first.Month, last.Month) : null;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice != Choice) return LoadAsync();
        _period = PeriodOf(View.Span);
        Follow(View.Listener);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        if (_live is not null) await _live.DisposeAsync();
    }

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
            var (choice, listener) = (Choice, await Listener.GetAsync(cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            Follow(listener);
            var span = await Plays.SpanAsync(listener.UserId, cancellationToken);
            var period = PeriodOf(span);
            var data = period is null ? null : await Query.AskAsync(listener.UserId, Heard(period, span!), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            (View, _period) = (new EvolutionView(choice, listener, span, data), period);
        }, quietly);

    private Period? PeriodOf(ListeningSpan? span) => span is null ? null : Period.Parse(Key ?? "all", QueryDay.Parse(From), QueryDay.Parse(Through), span.First, span.Last);

    /// <summary>The part of the period in which there is a history: before and after it nothing evolves.</summary>
    private static DayRange Heard(Period period, ListeningSpan span)
    {
        var (from, to) = (period.From < span.First ? span.First : period.From, period.To > span.Last ? span.Last.AddDays(1) : period.To);
        return new DayRange(from, to < from ? from : to);
    }
}
