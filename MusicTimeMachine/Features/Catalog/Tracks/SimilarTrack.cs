namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>A song of the person's library that sounds like another.</summary>
/// <param name="Id">The catalogue's number of the person's most played track of the song.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Similarity">1 − (|ΔEnergy| + |ΔValence| + |ΔDanceability|) / 3: from 0 for opposites to 1 for equals.</param>
public sealed record SimilarTrack(long Id, string Name, string Artist, double Similarity)
{
    /// <summary>The album's title, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The album's artist, when the album is known: with the album's title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a cover, when known.</summary>
    public string? Image { get; init; }
}
