using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Demo;

/// <summary>A play of the demo's listener.</summary>
/// <param name="PlayedAt">End of play, UTC, to the millisecond.</param>
/// <param name="Track">The track's index in the library.</param>
/// <param name="MsPlayed">Time listened in milliseconds, never more than the track is long.</param>
/// <param name="Skipped">Whether the listener skipped on.</param>
/// <param name="Shuffle">Whether shuffle was on.</param>
/// <param name="Offline">Whether the device was offline.</param>
/// <param name="ReasonStart">Why the play began.</param>
/// <param name="ReasonEnd">Why it ended.</param>
/// <param name="Platform">The device's platform, in the words of Spotify's extended history.</param>
public readonly record struct DemoPlay(
    DateTimeOffset PlayedAt,
    int Track,
    int MsPlayed,
    bool Skipped,
    bool Shuffle,
    bool Offline,
    PlayReason ReasonStart,
    PlayReason ReasonEnd,
    string Platform);
