namespace MusicTimeMachine.Features.Searching.Pages;

/// <summary>What the search page has loaded.</summary>
/// <param name="Typed">What was searched; the view of another text is not shown.</param>
/// <param name="Results">The beginning of the list.</param>
/// <param name="Hints">What was not understood.</param>
/// <param name="IsEmpty">Whether nothing was asked.</param>
public sealed record SearchView(string Typed, SearchResults Results, IReadOnlyList<string> Hints, bool IsEmpty);
