namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>Which shown plays of a person are meant: some by their numbers, or all of a song, an artist or an album.</summary>
public sealed record PlaySelection
{
    private PlaySelection()
    {
    }

    /// <summary>The plays' numbers; null when all plays of something are meant.</summary>
    public long[]? PlayIds { get; private init; }

    /// <summary>One of the song's tracks.</summary>
    public long? TrackId { get; private init; }

    /// <summary>The artist.</summary>
    public long? ArtistId { get; private init; }

    /// <summary>The album.</summary>
    public long? AlbumId { get; private init; }

    /// <summary>Some plays.</summary>
    public static PlaySelection Of(params IEnumerable<long> playIds) => new() { PlayIds = [.. playIds.Distinct()] };

    /// <summary>All plays of a track's song, under whatever ids.</summary>
    public static PlaySelection OfTrack(long trackId) => new() { TrackId = trackId };

    /// <summary>All plays of an artist's tracks.</summary>
    public static PlaySelection OfArtist(long artistId) => new() { ArtistId = artistId };

    /// <summary>All plays of an album's tracks.</summary>
    public static PlaySelection OfAlbum(long albumId) => new() { AlbumId = albumId };
}
