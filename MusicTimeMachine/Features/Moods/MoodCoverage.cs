namespace MusicTimeMachine.Features.Moods;

/// <summary>How much of a range an answer about moods rests on.</summary>
/// <param name="Tracks">Songs with audio features.</param>
/// <param name="Plays">Their counted plays.</param>
/// <param name="TracksWithout">Songs without.</param>
/// <param name="PlaysWithout">Their counted plays.</param>
public sealed record MoodCoverage(int Tracks, int Plays, int TracksWithout, int PlaysWithout)
{
    /// <summary>The share of the plays of which the features are known, 0–1; 0 without plays.</summary>
    public double OfPlays => Plays == 0 ? 0 : Plays / ((double)Plays + PlaysWithout);
}
