namespace MusicTimeMachine.Features.Snapshots;

/// <summary>A line of a list of tops, as Spotify said it.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Item">What is compared between days: the song of a track, since Spotify may name another id of it the next day; or the artist.</param>
/// <param name="Id">The catalogue's number of the track or artist.</param>
/// <param name="Name">The title or name.</param>
/// <param name="Artist">All artists of a track, as shown; null for an artist.</param>
public sealed record SnapshotEntry(int Rank, long Item, long Id, string Name, string? Artist)
{
    /// <summary>The track's album, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The artist of that album: with the title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a picture, when known.</summary>
    public string? Image { get; init; }

    /// <summary>Whether it has a page: an artist of whom the library has no track has none.</summary>
    public bool HasPage { get; init; } = true;
}
