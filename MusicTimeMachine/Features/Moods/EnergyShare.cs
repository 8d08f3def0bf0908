namespace MusicTimeMachine.Features.Moods;

/// <summary>What was heard of one level of energy.</summary>
/// <param name="Level">The level.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Plays">Their counted plays.</param>
public sealed record EnergyShare(EnergyLevel Level, int Tracks, int Plays);
