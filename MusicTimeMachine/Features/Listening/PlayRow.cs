using System.Text.Json.Serialization;

namespace MusicTimeMachine.Features.Listening;

/// <summary>A shown play with what a list says of it.</summary>
/// <param name="Id">The play's number.</param>
/// <param name="PlayedAt">End of play, with the offset that the person's clock had then.</param>
/// <param name="MsPlayed">Time listened in milliseconds; null when not told.</param>
/// <param name="Counts">Whether it counts: long enough, and not hidden.</param>
/// <param name="Skipped">Whether the listener skipped on, when told.</param>
/// <param name="Source">Where it was learned from.</param>
/// <param name="Track">What was played.</param>
public sealed record PlayRow(long Id, DateTimeOffset PlayedAt, int? MsPlayed, bool Counts, bool? Skipped, PlaySource Source, PlayedTrack Track)
{
    /// <summary>Whether one of the person's rules keeps it out of the statistics.</summary>
    public bool Hidden { get; init; }

    /// <summary>The playlist, album or artist page that it was played from, as its source names it; null when not told.</summary>
    public string? ContextUri { get; init; }

    /// <summary>The name of the person's playlist that it was played from; null when it was played from elsewhere, or that is not known.</summary>
    public string? Playlist { get; init; }

    /// <summary>The day in the person's own calendar.</summary>
    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(PlayedAt.DateTime);

    /// <summary>Where a list goes on after this play.</summary>
    [JsonIgnore]
    public PlayCursor Cursor => new(PlayedAt.ToUniversalTime(), Id);
}
