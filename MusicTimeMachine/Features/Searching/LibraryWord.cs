namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// A word of a person's library, so that a misspelled one finds its neighbours. Kept by a trigger; a word may stay when
/// its last track has gone, since what it leads to is searched in the library itself.
/// </summary>
public sealed class LibraryWord
{
    /// <summary>Whose library.</summary>
    public Guid UserId { get; set; }

    /// <summary>As the text search configuration <c>music</c> writes it, 4 to 30 characters.</summary>
    public required string Word { get; set; }
}
