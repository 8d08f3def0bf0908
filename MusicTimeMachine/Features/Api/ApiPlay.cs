using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Api;

/// <summary>A play of the history, those too short to count included.</summary>
/// <param name="PlayedAt">End of play, with the offset that the person's clock had then.</param>
/// <param name="MsPlayed">Time listened in milliseconds; null when not told.</param>
/// <param name="Counts">Whether it was long enough to count.</param>
/// <param name="Skipped">Whether the listener skipped on, when told.</param>
/// <param name="Source">Where it was learned from: <c>spotify-extended</c>, <c>last-fm</c> and so on.</param>
/// <param name="Track">What was played.</param>
internal sealed record ApiPlay(DateTimeOffset PlayedAt, int? MsPlayed, bool Counts, bool? Skipped, PlaySource Source, ApiPlayedTrack Track)
{
    public static ApiPlay Of(PlayRow row) => new(
        row.PlayedAt, row.MsPlayed, row.Counts, row.Skipped, row.Source,
        new ApiPlayedTrack(row.Track.Id, row.Track.Name, row.Track.Artist, row.Track.Album, row.Track.SpotifyId));
}

/// <summary>The track of a play.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Album">The album's title, when known.</param>
/// <param name="SpotifyId">The Spotify id, when known.</param>
internal sealed record ApiPlayedTrack(long Id, string Name, string Artist, string? Album, string? SpotifyId);

/// <summary>A page of the history.</summary>
/// <param name="Items">The plays, the latest first.</param>
/// <param name="Total">All plays of the history.</param>
/// <param name="Next">For the parameter <c>before</c> of the next page; null when this was the last.</param>
internal sealed record ApiPlays(IReadOnlyList<ApiPlay> Items, long Total, string? Next);
