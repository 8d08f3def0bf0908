namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>What the menu of a play offers.</summary>
public enum PlayAction
{
    /// <summary>Another time, length or track.</summary>
    Edit,

    /// <summary>Take it out.</summary>
    Delete,

    /// <summary>Keep its song out of the statistics.</summary>
    HideTrack,

    /// <summary>Keep its artist out of the statistics.</summary>
    HideArtist,

    /// <summary>Keep its album out of the statistics.</summary>
    HideAlbum,

    /// <summary>Keep out of the statistics what is played from the same place.</summary>
    HideContext,

    /// <summary>Keep this hour of the day out of the statistics.</summary>
    HideHour,
}
