using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>The picture of an album, artist or track: the given one, else the one that is drawn from the name.</summary>
public sealed partial class Cover
{
    /// <summary>What it is the picture of. Artists are round.</summary>
    [Parameter]
    public CoverKind Kind { get; set; } = CoverKind.Album;

    /// <summary>The name of the album, artist or track.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The artist of the album or track; not used for an artist.</summary>
    [Parameter]
    public string? Artist { get; set; }

    /// <summary>The address of a real picture, when there is one.</summary>
    [Parameter]
    public string? Image { get; set; }

    /// <summary>Edge in CSS pixels.</summary>
    [Parameter]
    public int Size { get; set; } = 48;

    /// <summary>Empty where the name stands beside the picture, which is nearly always.</summary>
    [Parameter]
    public string Alt { get; set; } = "";

    /// <summary>Whether the browser loads it at once: for what is on the first screen.</summary>
    [Parameter]
    public bool Eager { get; set; }

    private string Source => Image ?? CoverAddress.Of(Kind, Name, Artist);
}
