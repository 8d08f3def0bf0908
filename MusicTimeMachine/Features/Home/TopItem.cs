namespace MusicTimeMachine.Features.Home;

/// <summary>A line of a list of tops.</summary>
/// <param name="Rank">From 1, without gaps.</param>
/// <param name="Id">The catalogue's number of the track, artist or album; null for a genre.</param>
/// <param name="Name">The title or name.</param>
/// <param name="Artist">The artist of a track or album; null for others.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
public sealed record TopItem(int Rank, long? Id, string Name, string? Artist, int Plays, long MsPlayed)
{
    /// <summary>The album of a track, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The artist of that album: with the title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a picture, when known.</summary>
    public string? Image { get; init; }

    /// <summary>Counted plays in the range before.</summary>
    public int PlaysBefore { get; init; }

    /// <summary>Time listened in the range before, in milliseconds.</summary>
    public long MsPlayedBefore { get; init; }

    /// <summary>The rank in the range before, equals sharing one; null when it was not played then, or there is none.</summary>
    public int? RankBefore { get; init; }
}
