namespace MusicTimeMachine.Features.Api;

/// <summary>A list, or a page of it.</summary>
/// <typeparam name="T">What it is of.</typeparam>
/// <param name="Items">The page.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record ApiList<T>(IReadOnlyList<T> Items, long Total);
