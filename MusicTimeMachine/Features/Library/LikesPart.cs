namespace MusicTimeMachine.Features.Library;

/// <summary>Which likes a list shows.</summary>
public enum LikesPart
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those with a note.</summary>
    Notes,

    /// <summary>Those that are gone from Spotify and kept here.</summary>
    Left,
}
