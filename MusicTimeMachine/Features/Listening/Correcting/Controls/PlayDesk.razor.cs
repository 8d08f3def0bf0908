using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>
/// Where a list of plays is corrected: the menu of its rows, the dialogs, and the notice with the undo of what was done
/// last. A page has one, and its rows and bars turn to it.
/// </summary>
public sealed partial class PlayDesk
{
    /// <summary>More plays than this are not deleted before somebody was asked.</summary>
    public const int AsksAbove = 20;

    private PlayMenu _menu = default!;
    private bool _adding;
    private ChosenPlays? _editing;
    private ChosenPlays? _deleting;
    private HistoryChange? _last;
    private bool _busy;

    /// <summary>Who corrects.</summary>
    [Parameter, EditorRequired]
    public Listener Listener { get; set; } = default!;

    /// <summary>The ticked plays of the list.</summary>
    [Parameter, EditorRequired]
    public MarkedPlays Marked { get; set; } = default!;

    /// <summary>What the list is about; null for the whole history.</summary>
    [Parameter]
    public PlaySelection? Of { get; set; }

    /// <summary>Something has changed: the page reads everything anew.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private HistoryChanges Changes { get; set; } = default!;

    [Inject]
    private PlaysOfQuery Plays { get; set; } = default!;

    private bool IsOpen => _adding || _editing is not null || _deleting is not null;

    /// <summary>Opens the menu of a row.</summary>
    public void OpenMenu(PlayRow play) => _menu.Open(play);

    /// <summary>Ticks a row, or all from the one ticked before to this one.</summary>
    public async Task MarkAsync(PlayRow play, bool range)
    {
        ArgumentNullException.ThrowIfNull(play);
        if (!range || Marked.Last is not { } last)
        {
            Marked.Toggle(play);
            return;
        }

        try
        {
            Marked.Add(await Plays.BetweenAsync(Listener.UserId, Of, last, play.Cursor, CancellationToken.None), play.Cursor);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            Say(HistoryChange.Refused(DatabaseOutage.Sentence));
        }
    }

    /// <summary>Opens the dialog in which plays are added; of what the list is about.</summary>
    public void Add() => Show(() => _adding = true);

    /// <summary>Opens the dialog in which plays are edited.</summary>
    public void Edit(ChosenPlays plays) => Show(() => _editing = plays);

    /// <summary>Deletes plays; where they are many, once the person has said so.</summary>
    public Task DeleteAsync(ChosenPlays plays)
    {
        ArgumentNullException.ThrowIfNull(plays);
        if (plays.Count <= AsksAbove) return ChangeAsync(() => Changes.DeleteAsync(plays.Plays));
        Show(() => _deleting = plays);
        return Task.CompletedTask;
    }

    private Task ChooseAsync((PlayAction Action, PlayRow Play) chosen)
    {
        switch (chosen.Action)
        {
            case PlayAction.Edit:
                Edit(ChosenPlays.Of(chosen.Play));
                return Task.CompletedTask;
            case PlayAction.Delete:
                return DeleteAsync(ChosenPlays.Of(chosen.Play));
            default:
                return ChangeAsync(() => Changes.HideAsync(KindOf(chosen.Action), chosen.Play));
        }
    }

    private Task UndoAsync() => _last?.UndoAsync is { } undoAsync ? ChangeAsync(undoAsync) : Task.CompletedTask;

    /// <summary>Changes something, and has the page follow.</summary>
    /// <returns>Why it was not done, for the dialog that asked; null when it was.</returns>
    private async Task<string?> ChangeAsync(Func<Task<HistoryChange>> changeAsync)
    {
        if (_busy) return null;
        _busy = true;
        StateHasChanged();
        try
        {
            var change = await changeAsync();
            if (!change.Done && IsOpen) return change.Said;
            Close();
            if (!change.Done)
            {
                Say(change with { UndoAsync = _last?.UndoAsync }); // What could not be undone may be undone later.
                return change.Said;
            }

            Marked.Clear();
            await OnChanged.InvokeAsync();
            Say(change);
            return null;
        }
        finally
        {
            _busy = false;
            StateHasChanged();
        }
    }

    private void Say(HistoryChange change)
    {
        _last = change;
        StateHasChanged();
    }

    private void Show(Action open)
    {
        Close();
        _last = null;
        open();
        StateHasChanged();
    }

    private void Close() => (_adding, _editing, _deleting) = (false, null, null);

    private static HidingKind KindOf(PlayAction action) => action switch
    {
        PlayAction.HideTrack => HidingKind.Song,
        PlayAction.HideArtist => HidingKind.Artist,
        PlayAction.HideAlbum => HidingKind.Album,
        PlayAction.HideContext => HidingKind.Context,
        _ => HidingKind.Hours,
    };
}
