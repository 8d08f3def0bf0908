namespace MusicTimeMachine.Features.Searching;

/// <summary>What <see cref="SearchStatement"/> has found, in no order: one entry for each track in each column.</summary>
/// <param name="Tracks">Ids of the tracks.</param>
/// <param name="Plays">The person's counted plays.</param>
/// <param name="Scores">How well the words match.</param>
/// <param name="Typed">Whether the words are there as typed.</param>
internal sealed record SearchMatches(long[] Tracks, int[] Plays, double[] Scores, bool[] Typed)
{
    /// <summary>Nothing.</summary>
    public static SearchMatches None { get; } = new([], [], [], []);
}
