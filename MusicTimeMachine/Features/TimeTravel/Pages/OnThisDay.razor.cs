using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>What was heard on one day of the calendar in every year. The address names the day; without one it is today's.</summary>
public sealed partial class OnThisDay : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;
    private MonthDay _day = new(1, 1);
    private string? _remark;
    private int _dayOfMonth = 1;
    private int _month = 1;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public OnThisDayView? View { get; set; }

    // As text: an address may hold anything.
    [SupplyParameterFromQuery]
    private string? Date { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private OnThisDayQuery Query { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string Choice => Date ?? "";

    private string? Lead => View is { Years.Count: > 0 } view
        ? $"{Format.Count(view.Years.Sum(year => (long)year.Plays), "play")} in {Format.Count(view.Years.Count, "year")}"
        : null;

    private string LeapDay => _day == new MonthDay(2, 29) ? " It comes in leap years only." : "";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice != Choice) return LoadAsync();
        Read(View.Today);
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
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZones.Find(listener.TimeZone)).DateTime);
            var day = MonthDay.Parse(choice) ?? MonthDay.Of(today);
            var years = await Query.AskAsync(listener.UserId, day.Month, day.Day, cancellationToken);
            var heard = years.Count > 0 || await Plays.SpanAsync(listener.UserId, cancellationToken) is not null;
            cancellationToken.ThrowIfCancellationRequested();
            View = new OnThisDayView(choice, listener, today, heard, years);
            Read(today);
        }, quietly);

    private void Read(DateOnly today)
    {
        var named = MonthDay.Parse(Date);
        _day = named ?? MonthDay.Of(today);
        (_dayOfMonth, _month) = (_day.Day, _day.Month);
        _remark = named is null && !string.IsNullOrWhiteSpace(Date) ? $"The address names no day of the calendar; days are written like {today:MM-dd}. This is today's." : null;
    }

    private void Choose()
    {
        var month = Math.Clamp(_month, 1, 12);
        Navigation.NavigateTo(new MonthDay(month, Math.Clamp(_dayOfMonth, 1, new MonthDay(month, 1).DaysOfMonth)).Address);
    }

    private static string? Image(TopItem song) => song.Image ?? (song.Album is null ? null : CoverAddress.Of(CoverKind.Album, song.Album, song.AlbumArtist));
}
