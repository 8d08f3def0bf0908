using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>The head of the page of a track, an artist, an album or a playlist: picture, name, what belongs to it, and what can be done.</summary>
public sealed partial class ItemHero
{
    /// <summary>What it is.</summary>
    [Parameter]
    public CoverKind Kind { get; set; }

    /// <summary>The name.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The address of its picture; null to draw one from the name, which is right for artists.</summary>
    [Parameter]
    public string? Image { get; set; }

    /// <summary>The picture of a playlist, which has several covers; null for the one cover of anything else.</summary>
    [Parameter]
    public RenderFragment? Picture { get; set; }

    /// <summary>What it is in words, where <see cref="Kind"/> does not tell.</summary>
    [Parameter]
    public string? What { get; set; }

    /// <summary>Lines beneath the name.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Buttons.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    private string Eyebrow => Kind switch
    {
        CoverKind.Album => "Album",
        CoverKind.Artist => "Artist",
        _ => "Track",
    };

    private string Icon => Kind switch
    {
        CoverKind.Album => "disc",
        CoverKind.Artist => "user",
        _ => "music",
    };
}
