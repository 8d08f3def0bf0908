using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Controls;

/// <summary>An input with its label, hint and what is wrong with it. Serves forms with and without a circuit.</summary>
public sealed partial class TextField
{
    /// <summary>The input's id in the page, and the beginning of those of hint and error.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The name under which a form without a circuit sends it.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What is asked for.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The content.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>The content after a change, where there is a circuit.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>The kind of input, such as "password".</summary>
    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>What password managers may fill in, such as "current-password".</summary>
    [Parameter]
    public string Autocomplete { get; set; } = "off";

    /// <summary>Most characters; null for as many as one likes.</summary>
    [Parameter]
    public int? MaxLength { get; set; }

    /// <summary>Whether it may not stay empty.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>A sentence beneath.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>The property in question among <see cref="Refusals"/>.</summary>
    [Parameter]
    public string Field { get; set; } = "";

    /// <summary>What is wrong with the form.</summary>
    [Parameter]
    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>More attributes of the input.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string HintId => Id + "-hint";

    private string ErrorId => Id + "-error";

    private string? Error => Field.Length == 0 ? null : Refusals.FirstOrDefault(refusal => refusal.Field == Field)?.Sentence;

    private string? Described => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    private Task ChangeAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync((string?)change.Value);
}
