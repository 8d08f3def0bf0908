namespace MusicTimeMachine.Features.Gems;

/// <summary>What says that a song was loved. Each source has its own way to find candidates; silence is always that of the plays.</summary>
public enum GemSource
{
    /// <summary>At least so many counted plays in the time of love.</summary>
    Plays,
}
