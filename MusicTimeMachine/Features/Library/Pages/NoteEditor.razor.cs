using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>Where a note is written, above its row. Escape closes it.</summary>
public sealed partial class NoteEditor
{
    private ElementReference _text;
    private string? _problem;
    private bool _busy;

    /// <summary>The like.</summary>
    [Parameter, EditorRequired]
    public LikeRow Like { get; set; } = default!;

    /// <summary>What is written so far.</summary>
    [Parameter, EditorRequired]
    public NoteDraft Draft { get; set; } = default!;

    /// <summary>The note has changed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private Likes Likes { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _text.FocusAsync();
    }

    private void Key(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") Close();
    }

    private void Close() => Draft.Close(Like.TrackId);

    private async Task SaveAsync()
    {
        _problem = Likes.ProblemOf(Draft.Text);
        if (_problem is not null) return;
        _busy = true;
        try
        {
            var saved = await Likes.SetNotesAsync((await Listener.GetAsync()).UserId, Like.TrackId, Draft.Text, CancellationToken.None);
            _problem = saved ? null : "You no longer like this track: like it again to keep a note.";
            if (saved)
            {
                await OnSaved.InvokeAsync();
                Close();
            }
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _problem = DatabaseOutage.Sentence;
        }

        _busy = false;
    }
}
