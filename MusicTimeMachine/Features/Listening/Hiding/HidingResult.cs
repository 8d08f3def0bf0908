namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>What came of a change of the rules.</summary>
/// <param name="RuleId">The rule; null when nothing was found to hide.</param>
/// <param name="Plays">Plays that are hidden now, or shown again, that were not before.</param>
/// <param name="Refusal">Why nothing was changed, as a sentence.</param>
public sealed record HidingResult(long? RuleId, long Plays, string? Refusal)
{
    /// <summary>The person has nothing of the kind.</summary>
    public static HidingResult NotFound { get; } = new(null, 0, "There is no such thing in your library.");
}
