namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>What a person's tracks belong to. It never changes: a new one takes its place.</summary>
internal sealed record HeardCatalog(HeardItems Songs, HeardItems Artists, HeardItems Albums)
{
    /// <summary>Of who has heard nothing.</summary>
    public static HeardCatalog Empty { get; } = new(new([], []), new([], []), new([], []));

    /// <summary>How many tracks are known.</summary>
    public int Tracks => Songs.OfTrack.Length;
}
