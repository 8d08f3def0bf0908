using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Library;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>Likes a track, or no more. What goes with a note can be taken back.</summary>
public sealed partial class LikeButton
{
    private RemovedLike? _gone;
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

    private Task ToggleAsync() => Liked ? UnlikeAsync() : ChangeAsync(async () =>
    {
        var found = await Likes.LikeAsync(Listener.UserId, Track.Id, null, CancellationToken.None);
        (_gone, _said) = (null, found ? "Liked." : "This track is no longer in your library.");
    });

    private Task UnlikeAsync() => ChangeAsync(async () =>
    {
        _gone = await Likes.RemoveAsync(Listener.UserId, Track.Id, CancellationToken.None);
        _said = _gone is { Notes: not null } ? "No longer liked; your note went with it." : "No longer liked.";
    });

    private Task UndoAsync() => ChangeAsync(async () =>
    {
        var restored = await Likes.RestoreAsync(Listener.UserId, _gone!, CancellationToken.None);
        (_said, _gone) = (!restored ? "This track is no longer in your library." : _gone!.Notes is null ? "Liked again." : "Liked again, with your note.", null);
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
