using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>What somebody listened to in a period, at a glance. The address says which period.</summary>
public sealed partial class Home : IAsyncDisposable
{
    /// <summary>A page full of numbers that change more often is no longer read.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;
    private Period? _period;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public HomeView? View { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Key { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Through { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private HomeQuery Query { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string Choice => $"{Key} {From} {Through}";

    private string Title => _period?.Key switch
    {
        null or "12m" => "Your year in music",
        "all" => "All your music",
        Period.Custom => "Your days in music",
        "4w" or "6m" => $"Your last {_period.Label}",
        _ => $"Your {_period.Key} in music",
    };

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

    /// <summary>Reads anew while an import adds plays, or when one is undone.</summary>
    private void Follow(Listener listener)
    {
        if (RendererInfo.IsInteractive) _live ??= new LiveReload(Updates, ImportService.Topic(listener.UserId), () => InvokeAsync(RefreshAsync), Pause);
    }

    private Task LoadAsync() => ReadAsync(quietly: false);

    /// <summary>Loads without a sign of it: nobody has asked.</summary>
    private async Task RefreshAsync()
    {
        await ReadAsync(quietly: true);
        StateHasChanged();
    }

    private Task ReadAsync(bool quietly) => _load.RunAsync(async token =>
    {
        var (choice, listener) = (Choice, await Listener.GetAsync(token));
        token.ThrowIfCancellationRequested();
        Follow(listener);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZones.Find(listener.TimeZone)).DateTime);
        var span = await Plays.SpanAsync(listener.UserId, token);
        var period = PeriodOf(span);
        var data = period is null ? null : await Query.AskAsync(
            listener.UserId, new(period.From, period.To), period.Before is { } before ? new(before.From, before.To) : null, today, token);
        token.ThrowIfCancellationRequested();
        (View, _period) = (new HomeView(choice, listener, today, span, data), period);
    }, quietly);

    private Period? PeriodOf(ListeningSpan? span) => span is null ? null : Period.Parse(Key, QueryDay.Parse(From), QueryDay.Parse(Through), span.First, span.Last);

    private static string Counting(int fromMs) => fromMs == 0
        ? "Every play counts, however short."
        : $"A play counts when it lasted {Format.Count(fromMs / 1000, "second")} or longer, or when its length is unknown.";
}
