using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>A number against the period before: an arrow, the change in per cent, and the same in words for a screen reader.</summary>
public sealed partial class Change
{
    /// <summary>The number now.</summary>
    [Parameter, EditorRequired]
    public double Now { get; set; }

    /// <summary>The number in the period before.</summary>
    [Parameter, EditorRequired]
    public double Before { get; set; }

    /// <summary>What it is compared to, after "than".</summary>
    [Parameter]
    public string Than { get; set; } = "in the period before";

    private string Direction => Now > Before ? "up" : Now < Before ? "down" : "same";

    private string Sign => Direction switch { "up" => "▲", "down" => "▼", _ => "=" };

    private string Shown => Before == 0 && Now > 0 ? "new" : Format.Percent(Math.Abs(Ratio));

    private double Ratio => Before == 0 ? 0 : (Now - Before) / Before;

    private string Spoken => Direction switch
    {
        "same" => $"the same as {Than}",
        _ when Before == 0 => $"nothing {Than}",
        "up" => $"{Format.Percent(Ratio)} more than {Than}",
        _ => $"{Format.Percent(-Ratio)} less than {Than}",
    };
}
