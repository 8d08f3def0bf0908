using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>The tracks of which plays are about to be added: ticked, put in order, with their lengths and times.</summary>
public sealed partial class DraftList
{
    /// <summary>The plays.</summary>
    [Parameter, EditorRequired]
    public DraftPlays Draft { get; set; } = default!;

    /// <summary>When each of them is heard, as text.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<DraftTrack, string> Times { get; set; } = default!;

    /// <summary>The list is another one.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    private Task ChooseAsync(DraftTrack track, bool chosen)
    {
        track.Chosen = chosen;
        return OnChanged.InvokeAsync();
    }

    private Task SetLengthAsync(DraftTrack track, string? length)
    {
        track.Length = length ?? "";
        return OnChanged.InvokeAsync();
    }

    private Task MoveAsync(DraftTrack track, int by)
    {
        Draft.Move(track, by);
        return OnChanged.InvokeAsync();
    }

    private Task RemoveAsync(DraftTrack track)
    {
        Draft.Tracks.Remove(track);
        return OnChanged.InvokeAsync();
    }
}
