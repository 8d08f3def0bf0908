namespace MusicTimeMachine.Features.Home;

/// <summary>Tops, or a page of them.</summary>
/// <param name="Items">The page, the best first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record TopList(IReadOnlyList<TopItem> Items, int Total);
