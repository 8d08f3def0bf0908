using MusicTimeMachine.Features.Catalog.Tracks;

namespace MusicTimeMachine.Features.Api;

/// <summary>A track of the person's library. Its numbers are those of its song, under whatever ids it was heard.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Album">The album's title, when known.</param>
/// <param name="SpotifyId">The Spotify id, when known.</param>
/// <param name="DurationMs">Length in milliseconds, when known.</param>
/// <param name="ReleaseDate">When it came out, when known; the first day of what is known.</param>
/// <param name="AudioFeatures">How it sounds; null when nothing is known.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="FirstPlayedAt">The first counted play; null when there is none.</param>
/// <param name="LastPlayedAt">The last counted play; null when there is none.</param>
/// <param name="Liked">Whether the person likes this track.</param>
/// <param name="Notes">The person's note.</param>
internal sealed record ApiTrack(
    long Id, string Name, string Artist, string? Album, string? SpotifyId, int? DurationMs, DateOnly? ReleaseDate, AudioFeatures? AudioFeatures,
    int Plays, long MsPlayed, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt, bool Liked, string? Notes)
{
    public static ApiTrack Of(TrackDetails track) => new(
        track.Id, track.Name, track.Artist, track.Album, track.SpotifyId, track.DurationMs, track.ReleaseDate, track.AudioFeatures,
        track.Plays, track.MsPlayed, track.FirstPlayedAt, track.LastPlayedAt, track.LikedAt is not null, track.Notes);
}

/// <summary>A song that sounds like another.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Similarity">1 − (|ΔEnergy| + |ΔValence| + |ΔDanceability|) / 3, 0 to 1.</param>
internal sealed record ApiSimilarTrack(long Id, string Name, string Artist, double Similarity);
