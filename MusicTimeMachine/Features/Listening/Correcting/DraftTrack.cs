using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>A track in the list of plays that somebody is about to add.</summary>
/// <param name="title">The title.</param>
/// <param name="artist">The artists.</param>
/// <param name="lengthMs">How long a play is thought to be in milliseconds; null when it is not known.</param>
public sealed class DraftTrack(string title, string artist, int? lengthMs)
{
    /// <summary>The title.</summary>
    public string Title => title;

    /// <summary>The artists.</summary>
    public string Artist => artist;

    /// <summary>The track of the library; null when it is named.</summary>
    public long? TrackId { get; init; }

    /// <summary>What is not in the library.</summary>
    public NamedTrack? Named { get; init; }

    /// <summary>Whether a play of it is added.</summary>
    public bool Chosen { get; set; } = true;

    /// <summary>How long the play is, as it is written; see <see cref="WrittenLength"/>.</summary>
    public string Length { get; set; } = WrittenLength.Of(lengthMs);

    /// <summary>The same in milliseconds; null when it is not known, or not a length.</summary>
    public int? Ms => WrittenLength.TryRead(Length, out var ms) ? ms : null;

    /// <summary>Of a track of the library.</summary>
    public static DraftTrack Of(AddableTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return new DraftTrack(track.Name, track.Artist, track.LengthMs) { TrackId = track.Id };
    }
}
