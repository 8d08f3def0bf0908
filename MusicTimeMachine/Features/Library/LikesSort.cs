namespace MusicTimeMachine.Features.Library;

/// <summary>The order of a list of likes.</summary>
public enum LikesSort
{
    /// <summary>Liked last, first.</summary>
    Newest,

    /// <summary>Liked first, first.</summary>
    Oldest,

    /// <summary>By title.</summary>
    Title,

    /// <summary>By artist, then by title.</summary>
    Artist,

    /// <summary>Played most, first.</summary>
    Plays,
}
