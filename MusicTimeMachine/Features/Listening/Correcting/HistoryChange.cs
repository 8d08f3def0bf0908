namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>What a person has just done to their history, for the notice.</summary>
/// <param name="Said">What it was, or why it was not done, as a sentence.</param>
/// <param name="Done">Whether it was done.</param>
public sealed record HistoryChange(string Said, bool Done)
{
    /// <summary>Undoes it; null for what cannot be undone, such as an undo.</summary>
    public Func<Task<HistoryChange>>? UndoAsync { get; init; }

    /// <summary>It was not done.</summary>
    public static HistoryChange Refused(string why) => new(why, Done: false);
}
