namespace MusicTimeMachine.Features.Library;

/// <summary>How the writing of likes to Spotify stands for a person.</summary>
/// <param name="Connected">Whether a Spotify account is connected at all.</param>
/// <param name="Wanted">Whether likes made here are to be written.</param>
/// <param name="Allowed">Whether Spotify was allowed to let them be written.</param>
/// <param name="Waiting">Likes and unlikes that wait to be written.</param>
/// <param name="Refused">Those that Spotify did not take.</param>
/// <param name="Others">Likes made here that are not at Spotify and do not wait.</param>
/// <param name="WithoutId">Likes made here of tracks that Spotify is not known to have.</param>
public sealed record LikeWritingState(bool Connected, bool Wanted, bool Allowed, int Waiting, int Refused, int Others, int WithoutId)
{
    /// <summary>Why it did not go on the last time, as a sentence; null when it did.</summary>
    public string? Problem { get; init; }
}
