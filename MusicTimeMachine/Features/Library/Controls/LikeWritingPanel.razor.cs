using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Library.Controls;

/// <summary>Whether likes made here are written to Spotify, and how far that is. Nothing is drawn without a connected account.</summary>
public sealed partial class LikeWritingPanel
{
    private string? _failed;
    private bool _busy;

    /// <summary>How it stands; null before it is read.</summary>
    [PersistentState]
    public LikeWritingState? State { get; set; }

    [Inject]
    private LikeWriting Writing { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => State is null ? ReachAsync(_ => Task.CompletedTask) : Task.CompletedTask;

    private Task ToggleAsync() => ReachAsync(userId => Writing.SetAsync(userId, !State!.Wanted, CancellationToken.None));

    private Task WriteAllAsync() => ReachAsync(userId => Writing.WriteAllAsync(userId, CancellationToken.None));

    private async Task ReachAsync(Func<Guid, Task> changeAsync)
    {
        (_busy, _failed) = (true, null);
        try
        {
            var userId = (await Listener.GetAsync()).UserId;
            await changeAsync(userId);
            State = await Writing.StateAsync(userId, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }

        _busy = false;
    }

    private static string Said(LikeWritingState state)
    {
        List<string> said = [state.Waiting == 0 ? "Nothing waits to be written." : $"{Format.Count(state.Waiting, "change waits", "changes wait")} to be written, within a quarter of an hour while Spotify answers."];
        if (state.Refused > 0) said.Add($"Spotify did not take {Format.Count(state.Refused, "of them", "of them")}: it does not have the track any more.");
        if (state.WithoutId > 0) said.Add($"{Format.Count(state.WithoutId, "like", "likes")} of tracks that are known by name only cannot be written.");
        return string.Join(' ', said);
    }
}
