namespace MusicTimeMachine.Ui.Charts;

/// <summary>A line of <see cref="BumpChart"/>.</summary>
/// <param name="Name">What it is called beside the picture.</param>
/// <param name="By">Whose it is, such as the artist of a song; null for nobody.</param>
/// <param name="Ranks">The rank on each date, from 1; null where it has none.</param>
/// <param name="Href">Its page; null for none.</param>
public sealed record BumpLine(string Name, string? By, IReadOnlyList<int?> Ranks, string? Href);
