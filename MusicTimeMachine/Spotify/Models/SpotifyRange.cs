namespace MusicTimeMachine.Spotify.Models;

/// <summary>How far back a list of tops looks.</summary>
public enum SpotifyRange
{
    /// <summary>About four weeks.</summary>
    ShortTerm,

    /// <summary>About six months.</summary>
    MediumTerm,

    /// <summary>About a year.</summary>
    LongTerm,
}
