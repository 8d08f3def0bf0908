namespace MusicTimeMachine.Features.Home;

/// <summary>A range of listening in numbers. Only plays that count are counted.</summary>
/// <param name="Plays">Plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Artists">Different first artists.</param>
/// <param name="Albums">Different albums.</param>
/// <param name="FirstPlayedAt">The end of the first play; null when there is none.</param>
/// <param name="LastPlayedAt">The end of the last play; null when there is none.</param>
public sealed record Summary(
    long Plays, long MsPlayed, int Tracks, int Artists, int Albums, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt)
{
    /// <summary>The range before, when it was asked for.</summary>
    public Summary? Before { get; init; }
}
