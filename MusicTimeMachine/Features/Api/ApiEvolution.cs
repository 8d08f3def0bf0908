using MusicTimeMachine.Features.Evolution;

namespace MusicTimeMachine.Features.Api;

/// <summary>Listening from month to month.</summary>
/// <param name="Months">The months, the earliest first.</param>
internal sealed record ApiEvolution(IReadOnlyList<ApiMonth> Months)
{
    public static ApiEvolution Of(EvolutionData data) => new(
        [.. data.Months.Select(month => new ApiMonth(month.Month, month.Plays, month.Tracks, month.Artists, month.NewArtists, month.DiscoveryShare, month.Diversity))]);
}

/// <summary>A month of the person's calendar.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Artists">Different first artists.</param>
/// <param name="NewArtists">Artists who were never heard before.</param>
/// <param name="DiscoveryShare">The share of plays whose song was first heard in this month, 0 to 1; null without plays.</param>
/// <param name="Diversity">Shannon diversity over artists, natural logarithm; null without plays.</param>
internal sealed record ApiMonth(DateOnly Month, int Plays, int Tracks, int Artists, int NewArtists, double? DiscoveryShare, double? Diversity);
