using System.Collections;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>Always draws one of the states of something loaded: failed, loading, empty, or the value itself.</summary>
/// <typeparam name="TValue">The record or list that a query returns.</typeparam>
public sealed partial class Loadable<TValue>
    where TValue : class
{
    /// <summary>What was loaded; null while it is on its way.</summary>
    [Parameter, EditorRequired]
    public TValue? Value { get; set; }

    /// <summary>What went wrong, as a sentence for a person; null when nothing did.</summary>
    [Parameter]
    public string? Failed { get; set; }

    /// <summary>Loads again.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>Draws the value.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TValue> ChildContent { get; set; } = default!;

    /// <summary>Drawn while loading; three grey lines when not given.</summary>
    [Parameter]
    public RenderFragment? LoadingContent { get; set; }

    /// <summary>Drawn when <see cref="IsEmpty"/> says so; when not given, an empty value is drawn as any other.</summary>
    [Parameter]
    public RenderFragment? EmptyContent { get; set; }

    /// <summary>Whether the value has nothing to show; by default, whether it is a collection without items.</summary>
    [Parameter]
    public Func<TValue, bool> IsEmpty { get; set; } = value => value is ICollection { Count: 0 };
}
