using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Library;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>The note on a track that the person likes.</summary>
public sealed partial class NotePanel
{
    private string? _text;
    private string? _problem;
    private bool _saved;
    private bool _busy;

    /// <summary>The track.</summary>
    [Parameter, EditorRequired]
    public TrackDetails Track { get; set; } = default!;

    /// <summary>Whose note it is.</summary>
    [Parameter, EditorRequired]
    public Listener Listener { get; set; } = default!;

    /// <summary>The person's time zone.</summary>
    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>It has changed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private Likes Likes { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => _text = Track.Notes;

    private async Task SaveAsync()
    {
        (_saved, _problem) = (false, Likes.ProblemOf(_text));
        if (_problem is not null) return;
        _busy = true;
        try
        {
            var saved = await Likes.SetNotesAsync(Listener.UserId, Track.Id, _text, CancellationToken.None);
            // Once it is said, the page knows the note: whoever then likes the track no more can have both back.
            await OnChanged.InvokeAsync();
            (_saved, _problem) = (saved, saved ? null : "You no longer like this track: like it again to keep a note.");
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _problem = DatabaseOutage.Sentence;
        }

        _busy = false;
    }
}
