using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Controls;

/// <summary>Asks for the time zone on pages without a circuit: the browser's where a script may run, the server's otherwise.</summary>
public sealed partial class TimeZoneSelect
{
    /// <summary>The name under which the form sends it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What was chosen before; null when nothing was.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>What is wrong with the form.</summary>
    [Parameter]
    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string Chosen => TimeZones.Current(Value) ?? TimeZones.Server;
}
