namespace MusicTimeMachine.Features.Home;

/// <summary>What a list of tops is of.</summary>
public enum TopKind
{
    /// <summary>Songs, each by the person's most played track of it.</summary>
    Tracks,

    /// <summary>First artists.</summary>
    Artists,

    /// <summary>Albums.</summary>
    Albums,

    /// <summary>Genres of first artists; a play counts for each of them.</summary>
    Genres,
}
