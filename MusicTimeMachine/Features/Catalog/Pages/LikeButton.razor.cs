using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Library;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>Likes a track, or no more. What goes with a note can be taken back.</summary>
public sealed partial class LikeButton
{
    private TrackDetails? _gone;
    private long _track;
    private string? _said;
    private bool _busy;

    /// <summary>The track.</summary>
    [Parameter, EditorRequired]
    public TrackDetails Track { get; set; } = default!;

    /// <summary>Whose like it is.</summary>
    [Parameter, EditorRequired]
    public Listener Listener { get; set; } = default!;

    /// <summary>It has changed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private Likes Likes { get; set; } = default!;

    private bool Liked => Track.LikedAt is not null;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_track != Track.Id) (_track, _gone, _said) = (Track.Id, null, null);
    }

    private Task ToggleAsync() => ChangeAsync(async () =>
    {
        var before = Track;
        var found = Liked
            ? await Likes.UnlikeAsync(Listener.UserId, Track.Id, CancellationToken.None)
            : await Likes.LikeAsync(Listener.UserId, Track.Id, null, CancellationToken.None);
        _gone = before.Notes is null ? null : before;
        _said = !found ? "This track is no longer in your library." : before.LikedAt is null ? "Liked." : _gone is null ? "No longer liked." : "No longer liked; your note went with it.";
    });

    private Task UndoAsync() => ChangeAsync(async () =>
    {
        await Likes.LikeAsync(Listener.UserId, Track.Id, _gone!.LikedAt, CancellationToken.None);
        await Likes.SetNotesAsync(Listener.UserId, Track.Id, _gone.Notes, CancellationToken.None);
        (_gone, _said) = (null, "Liked again, with your note.");
    });

    private async Task ChangeAsync(Func<Task> changeAsync)
    {
        _busy = true;
        try
        {
            await changeAsync();
            await OnChanged.InvokeAsync();
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _said = DatabaseOutage.Sentence;
        }

        _busy = false;
    }
}
