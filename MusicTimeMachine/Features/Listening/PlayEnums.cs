using System.Text.Json.Serialization;

namespace MusicTimeMachine.Features.Listening;

/// <summary>Where a play was learned from. Stored as a small integer: the numbers never change.</summary>
public enum PlaySource : short
{
    /// <summary>Spotify's extended streaming history: end of play to the second, with the time listened.</summary>
    SpotifyExtended = 1,

    /// <summary>Spotify's recently played list: end of play to the millisecond, no time listened.</summary>
    SpotifyRecent = 2,

    /// <summary>Spotify's account data: end of play to the minute, with the time listened, no track id.</summary>
    SpotifyAccount = 3,

    /// <summary>A ListenBrainz export or submission: start of play to the second.</summary>
    [JsonStringEnumMemberName("listenbrainz")]
    ListenBrainz = 4,

    /// <summary>A Last.fm scrobble: start of play to the second, or to the minute in some exports.</summary>
    [JsonStringEnumMemberName("lastfm")]
    LastFm = 5,

    /// <summary>A Maloja export: start of play to the second.</summary>
    Maloja = 6,

    /// <summary>YouTube Music's watch history from Google Takeout: start of play.</summary>
    [JsonStringEnumMemberName("youtube-takeout")]
    YouTubeTakeout = 7,

    /// <summary>A database of an earlier application.</summary>
    Legacy = 8,

    /// <summary>Entered by hand or through the API.</summary>
    Api = 9,

    /// <summary>The invented listening of the demo library.</summary>
    Demo = 10,
}

/// <summary>How exactly the time of a play is known, from the most exact to the least.</summary>
public enum PlayPrecision : short
{
    /// <summary>To the millisecond.</summary>
    Millisecond = 0,

    /// <summary>To the second.</summary>
    Second = 1,

    /// <summary>To the minute.</summary>
    Minute = 2,
}

/// <summary>
/// Why a play began or ended, in the words of Spotify's extended history (<c>reason_start</c>, <c>reason_end</c>).
/// A word that is not known here is stored as <see cref="Unknown"/>.
/// </summary>
public enum PlayReason : short
{
    /// <summary><c>unknown</c>, or a word that Spotify has added since.</summary>
    Unknown = 0,

    /// <summary><c>trackdone</c>: the track before, or this one, played to its end.</summary>
    TrackDone = 1,

    /// <summary><c>fwdbtn</c>: the forward button.</summary>
    ForwardButton = 2,

    /// <summary><c>backbtn</c>: the back button.</summary>
    BackButton = 3,

    /// <summary><c>clickrow</c>: a click on the track in a list.</summary>
    ClickRow = 4,

    /// <summary><c>clickside</c>: a click in the side bar.</summary>
    ClickSide = 5,

    /// <summary><c>playbtn</c>: the play button.</summary>
    PlayButton = 6,

    /// <summary><c>remote</c>: another device took over or asked for it.</summary>
    Remote = 7,

    /// <summary><c>appload</c>: the application started.</summary>
    AppLoad = 8,

    /// <summary><c>trackerror</c>: the track could not be played.</summary>
    TrackError = 9,

    /// <summary><c>popup</c>.</summary>
    Popup = 10,

    /// <summary><c>endplay</c>: something else was started.</summary>
    EndPlay = 11,

    /// <summary><c>logout</c>.</summary>
    Logout = 12,

    /// <summary><c>unexpected-exit</c>.</summary>
    UnexpectedExit = 13,

    /// <summary><c>unexpected-exit-while-paused</c>.</summary>
    UnexpectedExitWhilePaused = 14,
}
