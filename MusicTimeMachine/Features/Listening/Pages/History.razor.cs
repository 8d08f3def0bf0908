using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Features.Listening.Correcting.Controls;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>
/// Every play, newest first, under the heading of its day, to be looked at and corrected. The address can name a day to
/// begin at.
/// </summary>
public sealed partial class History : IAsyncDisposable
{
    /// <summary>The height of a line in CSS pixels, headings included: what is virtual must know it beforehand.</summary>
    private const int LineHeight = 64;

    /// <summary>The most lines that are drawn as one list. Browsers cannot scroll much farther than 17 million pixels.</summary>
    private const int Window = 200_000;

    private readonly CancellationTokenSource _gone = new();
    private readonly ListLoad<HistoryLine> _lines;
    private readonly MarkedPlays _marked;
    private Listener? _listener;
    private PlayDesk? _desk;
    private ElementReference _list;
    private Virtualize<HistoryLine>? _virtualize;
    private IJSObjectReference? _script;
    private HistoryCalendar? _calendar;
    private string? _failed;
    private DateOnly _day;
    private DateOnly? _jumped;
    private int _first;
    private int? _scrollTo;

    /// <summary>An empty page.</summary>
    public History() => (_lines, _marked) = (new ListLoad<HistoryLine>(ReadAsync, StateHasChanged), new MarkedPlays(StateHasChanged));

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public HistoryView? View { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? DayText { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private DateOnly? Day => QueryDay.Parse(DayText);

    private string? Lead => View is { Span: { } span } ? $"{Format.Count(View.Plays, "play")}, {Format.Days(span.First, span.Last)}" : null;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (View is null || _calendar is null) await LoadAsync();
        _day = Day ?? View?.Span?.Last ?? default;
        if (_calendar is not null && Day is { } day && _jumped != day)
        {
            _jumped = day;
            await OpenAsync(_calendar.PlaceOf(day));
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_scrollTo is not { } place || _virtualize is null) return;
        _scrollTo = null;
        _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./Features/Listening/Pages/History.razor.js");
        await _script.InvokeVoidAsync("scrollToLine", _gone.Token, _list, place - _first, LineHeight);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        if (_script is null) return;
        try
        {
            await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the script with it.
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            _listener = await Listener.GetAsync(_gone.Token);
            _calendar = await Plays.CalendarAsync(_listener.UserId, _gone.Token);
            View = new HistoryView(_calendar.Plays, _calendar.Span);
            _failed = null;
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }
    }

    /// <summary>Reads anew what was corrected; the list stays where it is scrolled to.</summary>
    private async Task FollowAsync()
    {
        await LoadAsync();
        _first = Math.Clamp(_first, 0, Math.Max(0, (_calendar?.Places ?? 0) - 1));
        await RetryAsync();
    }

    private Task RetryAsync() => _virtualize?.RefreshDataAsync() ?? Task.CompletedTask;

    private async ValueTask<ItemsProviderResult<HistoryLine>> ReadAsync(ItemsProviderRequest request)
    {
        var calendar = _calendar!;
        var (total, start) = (Math.Min(Window, calendar.Places - _first), _first + request.StartIndex);
        var count = Math.Clamp(calendar.Places - start, 0, Math.Min(request.Count, PlaysQuery.MostPlays));
        if (count == 0) return new ItemsProviderResult<HistoryLine>([], total);

        // Some of the places are headings and gaps: so many plays are never needed, and never too few.
        var (day, _, play) = calendar.At(start);
        var rows = await Plays.ThroughAsync((await Listener.GetAsync()).UserId, day, Math.Max(0, play), count, request.CancellationToken);
        List<HistoryLine> lines = [];
        var next = 0;
        for (var place = start; place < start + count; place++)
        {
            var at = calendar.At(place);
            if (calendar.GapAt(place) is { } gap) lines.Add(new HistoryLine(place, at.Day, at.Plays, null, gap));
            else if (at.Play < 0) lines.Add(new HistoryLine(place, at.Day, at.Plays, null));
            else if (next < rows.Count) lines.Add(new HistoryLine(place, at.Day, at.Plays, rows[next++]));
        }

        return new ItemsProviderResult<HistoryLine>(lines, total);
    }

    /// <summary>Shows a place; one beyond the drawn list in the middle of another.</summary>
    private async Task OpenAsync(int place)
    {
        if (place <= _first || place >= _first + Window)
        {
            _first = Math.Clamp(place - (Window / 2), 0, Math.Max(0, _calendar!.Places - 1));
            if (place < Window) _first = 0;
            if (_virtualize is not null) await _virtualize.RefreshDataAsync();
        }

        _scrollTo = place;
    }

    private Task JumpAsync() => JumpToAsync(_day);

    private Task JumpToMonthAsync(ChangeEventArgs change)
    {
        // The month's last day: its newest plays stand first.
        var month = DateOnly.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        return JumpToAsync(month.AddMonths(1).AddDays(-1));
    }

    private async Task JumpToAsync(DateOnly day)
    {
        // The same day once more changes no parameter.
        if (Day == day) await OpenAsync(_calendar!.PlaceOf(day));
        else Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("day", Iso(day)));
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
