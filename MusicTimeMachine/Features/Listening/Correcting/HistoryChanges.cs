using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>
/// Corrects the history of who is signed in, and says in a sentence what came of it. Whoever looks around in the demo
/// changes nothing.
/// </summary>
public sealed class HistoryChanges(Corrections corrections, HidingRules rules, CurrentListener listener)
{
    /// <summary>Enters plays.</summary>
    public Task<HistoryChange> AddAsync(IReadOnlyList<AddedPlay> plays) => CorrectAsync(
        userId => corrections.AddAsync(userId, plays, CancellationToken.None),
        added => $"{Format.Count(added, "play")} added." + (added < plays.Count ? $" {Format.Count(plays.Count - added)} of these {(plays.Count - added == 1 ? "was" : "were")} in your history already." : ""));

    /// <summary>Gives plays another time, length or track.</summary>
    public Task<HistoryChange> EditAsync(PlaySelection selection, PlayEdit edit) =>
        CorrectAsync(userId => corrections.EditAsync(userId, selection, edit, CancellationToken.None), plays => $"{Format.Count(plays, "play")} edited.");

    /// <summary>Takes plays out.</summary>
    public Task<HistoryChange> DeleteAsync(PlaySelection selection) =>
        CorrectAsync(userId => corrections.DeleteAsync(userId, selection, CancellationToken.None), plays => $"{Format.Count(plays, "play")} deleted.");

    /// <summary>Undoes a correction.</summary>
    public Task<HistoryChange> UndoAsync(long correctionId) => TryAsync(async userId =>
        await corrections.UndoAsync(userId, correctionId, CancellationToken.None) is { Refusal: { } refusal }
            ? HistoryChange.Refused(refusal)
            : new HistoryChange("Undone: everything is as it was before.", Done: true));

    /// <summary>Hides what a play is of, where it was played from, or when.</summary>
    public Task<HistoryChange> HideAsync(HidingKind kind, PlayRow play)
    {
        ArgumentNullException.ThrowIfNull(play);
        var hour = play.PlayedAt.Hour;
        return kind switch
        {
            HidingKind.Song => HideAsync($"“{play.Track.Name}”", userId => rules.HideTrackAsync(userId, play.Track.Id, CancellationToken.None)),
            HidingKind.Artist => HideAsync($"The artist of “{play.Track.Name}”", userId => rules.HideArtistAsync(userId, play.Track.ArtistId, CancellationToken.None)),
            HidingKind.Album when play.Track.AlbumId is { } album => HideAsync($"“{play.Track.Album}”", userId => rules.HideAlbumAsync(userId, album, CancellationToken.None)),
            HidingKind.Context when play.ContextUri is { } uri => HideAsync("What you played from there", userId => rules.HideContextAsync(userId, uri, CancellationToken.None)),
            HidingKind.Hours => HideAsync($"{Format.Hour(hour)} to {Format.Hour(hour + 1)}", userId => rules.HideHoursAsync(userId, hour, (hour + 1) % 24, CancellationToken.None)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The play has nothing of the kind."),
        };
    }

    private Task<HistoryChange> HideAsync(string what, Func<Guid, Task<HidingResult>> hideAsync) => TryAsync(async userId =>
    {
        var known = (await rules.ListAsync(userId, CancellationToken.None)).Select(rule => rule.Id).ToHashSet();
        var result = await hideAsync(userId);
        if (result.Refusal is { } refusal || result.RuleId is not { } ruleId) return HistoryChange.Refused(result.Refusal ?? HidingResult.NotFound.Refusal!);
        if (known.Contains(ruleId)) return new HistoryChange($"{what}: hidden already.", Done: true);
        return new HistoryChange($"{what}: hidden from your statistics, {Format.Count(result.Plays, "play")}.", Done: true) { UndoAsync = () => ShowAsync(ruleId) };
    });

    private Task<HistoryChange> ShowAsync(long ruleId) => TryAsync(async userId =>
        await rules.RemoveAsync(userId, ruleId, CancellationToken.None) is { Refusal: null, Plays: var plays }
            ? new HistoryChange($"Undone: {Format.Count(plays, "play")} shown again.", Done: true)
            : HistoryChange.Refused("This rule is gone already."));

    private Task<HistoryChange> CorrectAsync(Func<Guid, Task<CorrectionResult>> correctAsync, Func<int, string> say) => TryAsync(async userId =>
    {
        var result = await correctAsync(userId);
        return result.CorrectionId is { } id ? new HistoryChange(say(result.Plays), Done: true) { UndoAsync = () => UndoAsync(id) } : HistoryChange.Refused(result.Refusal!);
    });

    private async Task<HistoryChange> TryAsync(Func<Guid, Task<HistoryChange>> changeAsync)
    {
        try
        {
            var person = await listener.GetAsync();
            return person.IsDemo ? HistoryChange.Refused("The demo library is only to look at.") : await changeAsync(person.UserId);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            return HistoryChange.Refused(DatabaseOutage.Sentence);
        }
    }
}
