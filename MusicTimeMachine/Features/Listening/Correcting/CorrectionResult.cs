namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>What came of a correction, or of its undoing.</summary>
/// <param name="CorrectionId">The correction; null when nothing was changed.</param>
/// <param name="Plays">How many plays it added, edited, deleted, or brought back and took away again.</param>
/// <param name="Refusal">Why nothing was changed, as a sentence.</param>
public sealed record CorrectionResult(long? CorrectionId, int Plays, string? Refusal)
{
    /// <summary>The person has no such plays.</summary>
    public static CorrectionResult NotFound { get; } = Refused("These plays are not in your history any more. Load the page again.");

    /// <summary>Nothing was changed.</summary>
    /// <param name="why">The reason, as a sentence.</param>
    public static CorrectionResult Refused(string why) => new(null, 0, why);
}
