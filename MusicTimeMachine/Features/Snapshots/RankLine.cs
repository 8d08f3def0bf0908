namespace MusicTimeMachine.Features.Snapshots;

/// <summary>The ranks of a song or an artist over some dates.</summary>
/// <param name="Item">The number of the song or artist.</param>
/// <param name="Id">The number that its page goes by.</param>
/// <param name="Name">The title or name.</param>
/// <param name="Artist">All artists of a song, as shown; null for an artist.</param>
/// <param name="Ranks">The rank on each date, of a song under several ids the best; null where it was not in the list.</param>
public sealed record RankLine(long Item, long Id, string Name, string? Artist, IReadOnlyList<int?> Ranks);
