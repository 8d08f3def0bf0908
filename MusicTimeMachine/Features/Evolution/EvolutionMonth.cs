using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Evolution;

/// <summary>A month of somebody's calendar. Only plays that count are counted.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Plays">Plays.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Artists">Different first artists.</param>
/// <param name="NewArtists">Artists who were never heard before this month.</param>
/// <param name="DiscoveryShare">
/// The plays whose song was first heard in this very month, divided by all plays: 0–1; null without plays. Repeated plays of
/// a discovery count as well, so it tells how much of the month went to what was new.
/// </param>
/// <param name="Diversity">
/// Shannon diversity over artists, H = −Σ pₐ ln pₐ, where pₐ is the share of the month's plays that artist a has (Shannon,
/// A Mathematical Theory of Communication, 1948; natural logarithm). 0 when there is one artist, ln n when n artists have
/// equally many plays: e to the power of H is the number of equally often heard artists that would be as varied. Null
/// without plays.
/// </param>
public sealed record EvolutionMonth(DateOnly Month, int Plays, int Tracks, int Artists, int NewArtists, double? DiscoveryShare, double? Diversity)
{
    /// <summary>Moods and average audio features.</summary>
    public Fingerprint Sound { get; init; } = new(0, 0);
}
