using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>A like in a list, with its note and what can be done with it.</summary>
public sealed partial class LikeEntry
{
    /// <summary>The height in CSS pixels: what is virtual must know it beforehand. The editor of a note lies above the rows that follow.</summary>
    public const int Height = 80;

    private ElementReference _pen;
    private bool _open;

    /// <summary>The like.</summary>
    [Parameter, EditorRequired]
    public LikeRow Like { get; set; } = default!;

    /// <summary>The person's time zone.</summary>
    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Divides names and notes into what stands out and what does not.</summary>
    [Parameter]
    public Func<string, IReadOnlyList<TextRun>>? Mark { get; set; }

    /// <summary>The note that is being written in this list; null for who may change nothing.</summary>
    [Parameter]
    public NoteDraft? Draft { get; set; }

    /// <summary>The person likes it no more.</summary>
    [Parameter]
    public EventCallback<LikeRow> OnUnlike { get; set; }

    /// <summary>The note has changed.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    private string Since => Format.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Like.LikedAt, Zone).DateTime));

    private string Spoken => $"{Like.Name} by {Like.Artist}, liked on {Since}";

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var (was, now) = (_open, Draft?.TrackId == Like.TrackId);
        _open = now;
        // Whoever closes the editor goes on where they opened it.
        if (was && !now && Draft is { TrackId: null }) await _pen.FocusAsync();
    }
}
