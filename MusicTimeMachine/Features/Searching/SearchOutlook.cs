namespace MusicTimeMachine.Features.Searching;

/// <summary>What a search has to expect.</summary>
/// <param name="Hits">How many of the sample match.</param>
/// <param name="Words">Words of the search that the library has in other forms, one entry for each form.</param>
/// <param name="Forms">The other forms of these words, as the library has them.</param>
internal sealed record SearchOutlook(int Hits, string[] Words, string[] Forms);
