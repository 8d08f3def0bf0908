namespace MusicTimeMachine.Features.Capturing;

/// <summary>A time in which more may have been played than Spotify keeps.</summary>
/// <param name="Id">Its number.</param>
/// <param name="From">The last play that is known before.</param>
/// <param name="Until">The first play that is known after.</param>
public sealed record OpenGap(long Id, DateTimeOffset From, DateTimeOffset Until);
