namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// Says whether a person's library has changed: whoever keeps a copy of its tracks and totals asks whether the copy still
/// holds. Triggers count it up in the transaction that changes <see cref="UserTrack"/>.
/// </summary>
public sealed class LibraryState
{
    /// <summary>Whose library.</summary>
    public Guid UserId { get; set; }

    /// <summary>Counts the changes.</summary>
    public long Revision { get; set; }
}
