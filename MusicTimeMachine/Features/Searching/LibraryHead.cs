namespace MusicTimeMachine.Features.Searching;

/// <summary>The part of a library that is heard most.</summary>
/// <param name="Tracks">Ids of the tracks, the most played first, at most <see cref="MostTracks"/>.</param>
/// <param name="Size">How many tracks the whole library has.</param>
public sealed record LibraryHead(long[] Tracks, int Size)
{
    /// <summary>How many tracks make the head of a large library.</summary>
    public const int MostTracks = 2_000;

    /// <summary>The most played of them, in the order of the ids, in which an index is gone through quickest.</summary>
    public long[] First(int count) => [.. Tracks.Take(count).Order()];
}
