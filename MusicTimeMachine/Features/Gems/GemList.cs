namespace MusicTimeMachine.Features.Gems;

/// <summary>Forgotten gems.</summary>
/// <param name="Items">Those whose last play, or last place in the tops, is the newest, first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record GemList(IReadOnlyList<Gem> Items, int Total);
