namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>The one note of a list that is being written. It stays while its row is scrolled out of sight and back.</summary>
/// <param name="changed">Draws the page anew.</param>
public sealed class NoteDraft(Action changed)
{
    /// <summary>The track whose note it is; null when none is being written.</summary>
    public long? TrackId { get; private set; }

    /// <summary>What is written so far.</summary>
    public string? Text { get; set; }

    /// <summary>Begins to write, in place of a note that is there or of another draft.</summary>
    public void Open(LikeRow like)
    {
        (TrackId, Text) = (like?.TrackId, like?.Notes);
        changed();
    }

    /// <summary>Writes no longer.</summary>
    public void Close()
    {
        (TrackId, Text) = (null, null);
        changed();
    }
}
