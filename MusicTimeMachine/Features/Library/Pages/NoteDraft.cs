namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>
/// The one note of a list that is being written, and those that were begun and left for another. They stay while their rows
/// are scrolled out of sight and back.
/// </summary>
/// <param name="changed">Draws the page anew.</param>
public sealed class NoteDraft(Action changed)
{
    private readonly Dictionary<long, string?> _left = [];
    private string? _before;

    /// <summary>The track whose note it is; null when none is being written.</summary>
    public long? TrackId { get; private set; }

    /// <summary>What is written so far.</summary>
    public string? Text { get; set; }

    /// <summary>Whether a note on a track was begun, left for another, and is not saved.</summary>
    public bool IsLeft(long trackId) => _left.ContainsKey(trackId);

    /// <summary>Begins to write, or goes on where it was left; what is being written on another track is left for now.</summary>
    public void Open(LikeRow like)
    {
        ArgumentNullException.ThrowIfNull(like);
        if (TrackId != like.TrackId)
        {
            if (TrackId is { } trackId && (Text ?? "") != (_before ?? "")) _left[trackId] = Text;
            (TrackId, _before) = (like.TrackId, like.Notes);
            Text = _left.Remove(like.TrackId, out var text) ? text : like.Notes;
        }

        changed();
    }

    /// <summary>Writes the note on a track no longer, and forgets what of it is not saved.</summary>
    public void Close(long trackId)
    {
        _left.Remove(trackId);
        if (TrackId == trackId) (TrackId, Text, _before) = (null, null, null);
        changed();
    }
}
