namespace MusicTimeMachine.Features.Gems;

/// <summary>A hidden song as a list shows it.</summary>
/// <param name="SongId">The song's number, by which it is brought back.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists, as shown.</param>
/// <param name="HiddenAt">Since when, UTC.</param>
public sealed record HiddenSong(long SongId, string Name, string? Artist, DateTimeOffset HiddenAt)
{
    /// <summary>The album, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The artist of that album: with the title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a picture, when known.</summary>
    public string? Image { get; init; }
}
