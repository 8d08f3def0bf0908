namespace MusicTimeMachine.Features.Gems;

/// <summary>What says that a song was loved. Each source has its own way to find candidates; that it was not played in the silent days holds for all.</summary>
public enum GemSource
{
    /// <summary>At least so many counted plays in the time of love.</summary>
    Plays,

    /// <summary>
    /// In the tops of four weeks of at least one snapshot of the time of love, and in that list of no snapshot of the silent
    /// days. The longer lists look back over six months and a year: what was dropped long ago stands in them still.
    /// </summary>
    Snapshots,
}
