using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>A chart's values as a table that can be unfolded.</summary>
public sealed partial class ChartTable
{
    /// <summary>More rows than this are drawn when somebody unfolds the table: those of twenty years, six charts of them, are a megabyte.</summary>
    internal const int MostAtOnce = 100;

    private bool _opened;

    /// <summary>What the table is about.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The columns' headings.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Heads { get; set; } = [];

    /// <summary>The rows, as text, the row's own heading first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; set; } = [];

    /// <summary>Where the rows' own headings lead, in their order; none when they lead nowhere.</summary>
    [Parameter]
    public IReadOnlyList<string> Links { get; set; } = [];

    private int Drawn => _opened || Rows.Count <= MostAtOnce ? Rows.Count : 0;
}
