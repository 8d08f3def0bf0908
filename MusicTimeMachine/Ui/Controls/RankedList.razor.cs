using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>Tops: rank, cover, name, a bar against the first, the number, and how the rank changed.</summary>
public sealed partial class RankedList
{
    /// <summary>The lines in order; some 200 at most.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RankedItem> Items { get; set; } = [];

    /// <summary>What the lines are, for their covers.</summary>
    [Parameter]
    public CoverKind Kind { get; set; } = CoverKind.Album;

    /// <summary>Whether they have covers; genres do not.</summary>
    [Parameter]
    public bool Covers { get; set; } = true;

    /// <summary>Whether there is a period before that ranks are compared to.</summary>
    [Parameter]
    public bool Compared { get; set; } = true;

    /// <summary>How <see cref="RankedItem.Value"/> is written; as a count when not given.</summary>
    [Parameter]
    public Func<long, string>? Write { get; set; }

    private string Written(long value) => (Write ?? Format.Count)(value);

    private string Share(RankedItem item)
    {
        var most = Items.Max(other => other.Value);
        return (most == 0 ? 0 : 100.0 * item.Value / most).ToString("0.#", CultureInfo.InvariantCulture) + "%";
    }
}
