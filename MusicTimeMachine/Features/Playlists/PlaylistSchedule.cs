namespace MusicTimeMachine.Features.Playlists;

/// <summary>How often a playlist refreshes itself.</summary>
public enum PlaylistSchedule
{
    /// <summary>Every six hours.</summary>
    SixHours,

    /// <summary>Once a day.</summary>
    Daily,
}
