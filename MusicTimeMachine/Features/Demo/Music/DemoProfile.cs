using MusicTimeMachine.Features.Demo.Naming;

namespace MusicTimeMachine.Features.Demo;

/// <summary>What makes an artist's records theirs.</summary>
/// <param name="Genre">The main genre.</param>
/// <param name="Culture">Where they come from.</param>
/// <param name="Energy">How far their energy lies from the genre's.</param>
/// <param name="Valence">How far their valence lies from the genre's.</param>
/// <param name="Popularity">0 to 100.</param>
/// <param name="Explicit">The share of their songs with explicit words.</param>
/// <param name="Debut">The day of the first record.</param>
internal sealed record DemoProfile(
    DemoGenre Genre,
    DemoCulture Culture,
    double Energy,
    double Valence,
    double Popularity,
    double Explicit,
    DateOnly Debut);
