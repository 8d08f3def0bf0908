namespace MusicTimeMachine.Features.Searching;

/// <summary>What a search has to expect.</summary>
/// <param name="Hits">How many of the sample match.</param>
/// <param name="Stems">Of each word its English stem; empty where it has none.</param>
internal sealed record SearchOutlook(int Hits, string[] Stems);
