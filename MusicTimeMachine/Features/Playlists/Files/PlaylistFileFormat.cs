namespace MusicTimeMachine.Features.Playlists.Files;

/// <summary>How a playlist is written to a file.</summary>
public enum PlaylistFileFormat
{
    /// <summary>Extended M3U in UTF-8, which nearly every player reads.</summary>
    M3u8,

    /// <summary>JSPF, the JSON form of XSPF (xspf.org/jspf), which ListenBrainz and others exchange.</summary>
    Jspf,

    /// <summary>A table with a header (RFC 4180).</summary>
    Csv,

    /// <summary>Everything that is known here, as JSON.</summary>
    Json,
}
