namespace MusicTimeMachine.Spotify;

/// <summary>Spotify did not do what it was asked for. The message is for people: what happened, and what to do.</summary>
/// <param name="problem">Why.</param>
/// <param name="sentence">What happened and what to do.</param>
/// <param name="until">When to ask again; null when there is no such time.</param>
public sealed class SpotifyException(SpotifyProblem problem, string sentence, DateTimeOffset? until = null) : Exception(sentence)
{
    /// <summary>Why.</summary>
    public SpotifyProblem Problem => problem;

    /// <summary>When to ask again; null when there is no such time.</summary>
    public DateTimeOffset? Until => until;
}
