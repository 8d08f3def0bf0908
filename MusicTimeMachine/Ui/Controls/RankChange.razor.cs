using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>How many places something rose or fell.</summary>
public sealed partial class RankChange
{
    /// <summary>The rank now, from 1.</summary>
    [Parameter, EditorRequired]
    public int Rank { get; set; }

    /// <summary>The rank in the period before; null when it was not in it.</summary>
    [Parameter, EditorRequired]
    public int? Before { get; set; }

    private string Direction => Before is not { } before ? "new" : before > Rank ? "up" : before < Rank ? "down" : "same";

    private int Places => Math.Abs((Before ?? Rank) - Rank);

    private string Shown => Direction switch
    {
        "new" => "new",
        "up" => "▲ " + Places.ToString(CultureInfo.InvariantCulture),
        "down" => "▼ " + Places.ToString(CultureInfo.InvariantCulture),
        _ => "–",
    };

    private string Spoken => Direction switch
    {
        "new" => "new",
        "up" => $"up {Places}",
        "down" => $"down {Places}",
        _ => "same place",
    };
}
