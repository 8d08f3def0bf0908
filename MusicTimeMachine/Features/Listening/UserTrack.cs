using NpgsqlTypes;

namespace MusicTimeMachine.Features.Listening;

/// <summary>A track of a person's library with what was heard of it. Kept in the transaction that writes the plays.</summary>
public sealed class UserTrack
{
    /// <summary>Whose library.</summary>
    public Guid UserId { get; set; }

    /// <summary>The track.</summary>
    public long TrackId { get; set; }

    /// <summary>Counted plays.</summary>
    public int Plays { get; set; }

    /// <summary>Time listened in counted plays, in milliseconds.</summary>
    public long MsPlayed { get; set; }

    /// <summary>The first counted play, UTC; null when there is none.</summary>
    public DateTimeOffset? FirstPlayedAt { get; set; }

    /// <summary>The last counted play, UTC; null when there is none.</summary>
    public DateTimeOffset? LastPlayedAt { get; set; }

    /// <summary>
    /// The words of the track's title, artists and album: a copy of <see cref="Catalog.Track.Search"/>, kept by the database.
    /// Here it can be indexed together with the person, so that a search touches nobody else's music.
    /// </summary>
    public NpgsqlTsVector Search { get; private set; } = default!;
}
