namespace MusicTimeMachine.Features.Searching;

/// <summary>Where a word has to stand.</summary>
public enum SearchField
{
    /// <summary>In the title, the artists or the album.</summary>
    Anywhere,

    /// <summary>In the artists.</summary>
    Artist,

    /// <summary>In the album's title.</summary>
    Album,
}
