using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>A play that a person enters: of a track of their library, or of whatever they name.</summary>
/// <param name="PlayedAt">End of play.</param>
/// <param name="MsPlayed">Time listened in milliseconds; null when it is not known.</param>
public sealed record AddedPlay(DateTimeOffset PlayedAt, int? MsPlayed)
{
    /// <summary>A track of the person's library; null when it is named instead.</summary>
    public long? TrackId { get; init; }

    /// <summary>What was heard, when it is not in the library.</summary>
    public NamedTrack? Named { get; init; }

    /// <summary>How exactly the time is known.</summary>
    public PlayPrecision Precision { get; init; } = PlayPrecision.Minute;
}
