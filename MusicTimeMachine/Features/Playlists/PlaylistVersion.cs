namespace MusicTimeMachine.Features.Playlists;

/// <summary>What was in a playlist from one change to the next. Its tracks are never changed.</summary>
public sealed class PlaylistVersion
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Whose playlist.</summary>
    public Guid UserId { get; set; }

    /// <summary>The playlist.</summary>
    public long PlaylistId { get; set; }

    /// <summary>1 for the first of its playlist.</summary>
    public int Number { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Why there is a new version, as a sentence.</summary>
    public string? Why { get; set; }

    /// <summary>What Spotify called this state; null when it was never there.</summary>
    public string? SnapshotId { get; set; }

    /// <summary>How far it is on its way to Spotify.</summary>
    public PublishState Published { get; set; }

    /// <summary>How many of its tracks were written to Spotify, the first ones.</summary>
    public int Written { get; set; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Why it could not be published, as a sentence.</summary>
    public string? PublishProblem { get; set; }

    /// <summary>Places left out because their track stands further up already.</summary>
    public int Repeats { get; set; }

    /// <summary>Places left out because they are files of the person's own, or no music.</summary>
    public int NoTracks { get; set; }

    /// <summary>Places left out because Spotify does not have the track any more.</summary>
    public int Lost { get; set; }
}
