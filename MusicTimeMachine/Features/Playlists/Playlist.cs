namespace MusicTimeMachine.Features.Playlists;

/// <summary>A playlist of a person, with a version for each change of what is in it.</summary>
public sealed class Playlist
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 200;

    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescription = 1_000;

    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Whose it is.</summary>
    public Guid UserId { get; set; }

    /// <summary>Where it comes from.</summary>
    public PlaylistKind Kind { get; set; }

    /// <summary>Its name, at most <see cref="MaxName"/> characters.</summary>
    public required string Name { get; set; }

    /// <summary>What is said of it, at most <see cref="MaxDescription"/> characters.</summary>
    public string? Description { get; set; }

    /// <summary>What it is made from, as JSON; null for one that is picked by hand or kept from Spotify.</summary>
    public string? Rule { get; set; }

    /// <summary>What it is about; null where it has no theme.</summary>
    public string? Theme { get; set; }

    /// <summary>Why this theme.</summary>
    public string? ThemeReasoning { get; set; }

    /// <summary>How often it refreshes itself; null for never.</summary>
    public PlaylistSchedule? Schedule { get; set; }

    /// <summary>When it is next refreshed, UTC; null without a schedule.</summary>
    public DateTimeOffset? RefreshAfter { get; set; }

    /// <summary>The playlist at Spotify; null when it is not there.</summary>
    public string? SpotifyId { get; set; }

    /// <summary>Whose it is at Spotify, by the name shown there.</summary>
    public string? SpotifyOwner { get; set; }

    /// <summary>What Spotify called its state when its content was last read; another after each edit there.</summary>
    public string? SnapshotId { get; set; }

    /// <summary>When it was found to be gone from Spotify, UTC; null when it is not.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>When it was made here, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
