namespace MusicTimeMachine.Features.Api;

/// <summary>A range in numbers; only plays that count are counted.</summary>
/// <param name="Plays">Plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Artists">Different first artists.</param>
/// <param name="Albums">Different albums.</param>
/// <param name="FirstPlayedAt">The end of the first play; null when there is none.</param>
/// <param name="LastPlayedAt">The end of the last play; null when there is none.</param>
internal sealed record ApiSummary(
    long Plays, long MsPlayed, int Tracks, int Artists, int Albums, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt);
