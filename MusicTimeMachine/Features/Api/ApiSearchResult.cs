using System.Text.Json.Serialization;

namespace MusicTimeMachine.Features.Api;

/// <summary>What a search has found.</summary>
/// <param name="Items">The part of the list that was asked for, the best first.</param>
/// <param name="Total">How many there are in the list.</param>
/// <param name="HasMore">
/// True when so many tracks match that the list holds those among the most played alone, of which <paramref name="Total"/>
/// tells; another word narrows it down. Left out otherwise.
/// </param>
internal sealed record ApiSearchResult(
    IReadOnlyList<ApiSearchHit> Items, long Total, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HasMore);
