namespace MusicTimeMachine.Features.Playlists;

/// <summary>Where a playlist comes from.</summary>
public enum PlaylistKind
{
    /// <summary>Kept as it is at Spotify.</summary>
    Spotify,

    /// <summary>Picked by hand.</summary>
    Picked,

    /// <summary>What was heard in a year, a month or any range.</summary>
    Range,

    /// <summary>What was heard on this day of other years.</summary>
    OnThisDay,

    /// <summary>Forgotten gems.</summary>
    Gems,

    /// <summary>A region of the map of moods.</summary>
    Mood,

    /// <summary>What sounds like a track.</summary>
    Similar,

    /// <summary>What a search finds.</summary>
    Search,

    /// <summary>What rose in the snapshots.</summary>
    Risers,

    /// <summary>What is usually played at this time of day; refreshes itself.</summary>
    TimeOfDay,

    /// <summary>Another theme each day; refreshes itself.</summary>
    Daily,
}
