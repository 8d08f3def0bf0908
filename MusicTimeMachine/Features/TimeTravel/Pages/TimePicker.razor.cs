using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>Years, the months of one, and the days of one: each a link, the stronger coloured beneath the more was played.</summary>
public sealed partial class TimePicker : IAsyncDisposable
{
    private ElementReference _root;
    private IJSObjectReference? _script;
    private Destination? _revealed;
    private IReadOnlyList<(int Year, int Plays)> _years = [];
    private int[] _yearBounds = [];
    private int[] _monthBounds = [];
    private int[] _dayBounds = [];

    /// <summary>The months of the history; at least one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TimelineMonth> Months { get; set; } = [];

    /// <summary>Plays of each day of the month in which the destination begins.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<int> Days { get; set; } = [];

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public Destination Value { get; set; } = default!;

    /// <summary>The order of the lists, which stays.</summary>
    [Parameter]
    public TopOrder Order { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
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

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _years = [.. Months.GroupBy(month => month.Month.Year, (year, months) => (year, months.Sum(month => month.Plays)))];
        _yearBounds = ChartScale.Bounds(_years.Select(year => year.Plays));
        _monthBounds = ChartScale.Bounds(Months.Select(month => month.Plays));
        _dayBounds = ChartScale.Bounds(Days);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_revealed == Value) return;
        _revealed = Value;
        try
        {
            _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./Features/TimeTravel/Pages/TimePicker.razor.js");
            await _script.InvokeVoidAsync("reveal", _root);
        }
        catch (JSDisconnectedException)
        {
            // Nobody looks any more.
        }
    }

    private int? PlaysOf(DateOnly month)
    {
        var index = (12 * (month.Year - Months[0].Month.Year)) + month.Month - Months[0].Month.Month;
        return index >= 0 && index < Months.Count ? Months[index].Plays : null;
    }

    /// <summary>What is shown is the page; what it lies in is merely marked.</summary>
    private string? Current(DestinationKind kind, bool holds) => !holds || Value.Kind == DestinationKind.Range ? null : Value.Kind == kind ? "page" : Value.Kind > kind ? "true" : null;

    private static string Short(DateOnly month) => month.ToString("MMM", CultureInfo.InvariantCulture);
}
