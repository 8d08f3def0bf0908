using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>
/// The whole history, a column a month, and two handles around the months that the page shows: they can be drawn, moved by
/// the keys, and what lies between them be pushed along. A column leads to its month, also before any script has come.
/// </summary>
public sealed partial class TimeSlider : IAsyncDisposable
{
    /// <summary>The most labels that fit on a phone.</summary>
    private const int MostLabels = 7;

    private ElementReference _root;
    private ComponentScript<TimeSlider>? _script;
    private IReadOnlyList<(int Index, int Year)> _years = [];
    private string _bars = "";
    private int _from;
    private int _to = 1;

    /// <summary>The months of the history; at least one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TimelineMonth> Months { get; set; } = [];

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public Destination Value { get; set; } = default!;

    /// <summary>The order of the lists, which stays.</summary>
    [Parameter]
    public TopOrder Order { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>Travels to some months. The script calls it.</summary>
    /// <param name="from">The first, counted from the first of the history.</param>
    /// <param name="to">The one after the last.</param>
    [JSInvokable]
    public void Travel(int from, int to)
    {
        from = Math.Clamp(from, 0, Months.Count - 1);
        to = Math.Clamp(to, from + 1, Months.Count);
        if ((from, to) != (_from, _to)) Navigation.NavigateTo(Destination.Of(new(Months[from].Month, Months[to - 1].Month.AddMonths(1))).Address(Order));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var first = Months[0].Month;
        (_from, _to) = (Math.Clamp(Index(Value.Range.From), 0, Months.Count - 1), Math.Clamp(Index(Value.Last) + 1, 1, Months.Count));
        _bars = Bars();
        var years = Months.Select((month, index) => (Index: index, month.Month)).Where(month => month.Month.Month == 1 || month.Month == first)
            .Select(month => (month.Index, month.Month.Year)).ToList();
        if (years.Count > 1 && years[1].Index < 6) years.RemoveAt(0);
        var step = (years.Count + MostLabels - 1) / MostLabels;
        _years = [.. years.Where((_, i) => i % step == 0)];

        int Index(DateOnly day) => (12 * (day.Year - first.Year)) + day.Month - first.Month;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = new ComponentScript<TimeSlider>(Browser, this);
            await _script.AttachAsync($"./{Assets["Features/TimeTravel/Pages/TimeSlider.razor.js"]}", _root);
        }

        // After Back the handles may still stand where they were drawn to.
        await _script!.CallAsync("place", _from, _to);
    }

    /// <summary>A rectangle for each month, in one path, since hundreds of elements would be drawn twice.</summary>
    private string Bars()
    {
        var most = Math.Max(1, Months.Max(month => month.Plays));
        var path = new StringBuilder();
        for (var i = 0; i < Months.Count; i++)
        {
            var height = Months[i].Plays == 0 ? 0 : Math.Max(1.5, 100.0 * Months[i].Plays / most);
            path.Append(CultureInfo.InvariantCulture, $"M{i + 0.1:0.#} 100v-{height:0.#}h.8v{height:0.#}z");
        }

        return path.ToString();
    }

    private string Percent(int index) => (100.0 * index / Months.Count).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
