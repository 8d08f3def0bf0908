namespace MusicTimeMachine.Features.Gems;

/// <summary>A song that was loved and has gone silent.</summary>
/// <param name="Id">The catalogue's number of the person's most played track of it.</param>
/// <param name="SongId">The song's number, by which it is hidden.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists, as shown.</param>
/// <param name="Plays">Counted plays in the time of love.</param>
/// <param name="LastPlayedAt">The last counted play, UTC; null for a song that was never played here, of which snapshots alone know.</param>
/// <param name="Reason">Why it is here, such as "31 plays, March to May; last heard on 3 June" or "In your top 50 on 14 days, best rank 3, last on 3 June".</param>
public sealed record Gem(long Id, long SongId, string Name, string? Artist, int Plays, DateTimeOffset? LastPlayedAt, string Reason)
{
    /// <summary>The album, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The artist of that album: with the title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a picture, when known.</summary>
    public string? Image { get; init; }
}
