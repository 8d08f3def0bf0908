namespace MusicTimeMachine.Features.Moods;

/// <summary>A song with its place in the matrix.</summary>
/// <param name="Id">The catalogue's number of the person's most played track of it.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists, as shown.</param>
/// <param name="Plays">Counted plays in the range.</param>
/// <param name="MsPlayed">Time listened in the range, in milliseconds.</param>
/// <param name="Energy">0–1.</param>
/// <param name="Valence">0–1.</param>
public sealed record MoodSong(long Id, string Name, string? Artist, int Plays, long MsPlayed, float Energy, float Valence)
{
    /// <summary>The album, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The artist of that album: with the title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a picture, when known.</summary>
    public string? Image { get; init; }
}
