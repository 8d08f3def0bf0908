namespace MusicTimeMachine.Features.Playlists;

/// <summary>A version in the archive of a playlist.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="CreatedAt">Since when it holds, UTC.</param>
/// <param name="Why">Why there is this version.</param>
/// <param name="Tracks">How many tracks it has.</param>
public sealed record PlaylistVersionRow(int Number, DateTimeOffset CreatedAt, string? Why, int Tracks)
{
    /// <summary>Places left out because their track stands further up already.</summary>
    public int Repeats { get; init; }

    /// <summary>Places left out because they are files of the person's own, or no music.</summary>
    public int NoTracks { get; init; }

    /// <summary>Places left out because Spotify does not have the track any more.</summary>
    public int Lost { get; init; }
}
