using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>
/// Chooses a <see cref="Period"/>. The address holds the choice, so every entry is a link, and Back and bookmarks work; the
/// page reads it with <see cref="Period.Parse"/> from the query's <c>period</c>, <c>from</c> and <c>through</c>.
/// </summary>
public sealed partial class PeriodPicker
{
    private DateOnly _from;
    private DateOnly _through;

    /// <summary>The period shown.</summary>
    [Parameter, EditorRequired]
    public Period Value { get; set; } = default!;

    /// <summary>The first day with data: the oldest year offered.</summary>
    [Parameter, EditorRequired]
    public DateOnly First { get; set; }

    /// <summary>The last day offered.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>What always stands open; <see cref="Period.Presets"/> when not given.</summary>
    [Parameter]
    public IReadOnlyList<(string Key, string Label)> Presets { get; set; } = Period.Presets;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool IsPreset => Presets.Any(preset => preset.Key == Value.Key);

    private IEnumerable<string> Years =>
        Enumerable.Range(0, Math.Max(1, Today.Year - First.Year + 1)).Select(back => (Today.Year - back).ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc />
    protected override void OnParametersSet() => (_from, _through) = (Value.From, Value.Last);

    private void Choose()
    {
        if (_from <= _through)
            Navigation.NavigateTo(Link(Period.Custom, Iso(_from), Iso(_through)));
    }

    private string Link(string key, string? from = null, string? through = null) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["period"] = key, ["from"] = from, ["through"] = through });

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
