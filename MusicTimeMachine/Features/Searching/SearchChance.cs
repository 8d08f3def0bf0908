namespace MusicTimeMachine.Features.Searching;

/// <summary>How far a search had to go to find something.</summary>
public enum SearchChance
{
    /// <summary>The words as they were typed.</summary>
    Typed,

    /// <summary>Other forms of the English words too: "dance" finds "Dancing".</summary>
    Forms,

    /// <summary>Words that look alike, since nothing else was found: "raidohead" finds "Radiohead".</summary>
    Similar,
}
