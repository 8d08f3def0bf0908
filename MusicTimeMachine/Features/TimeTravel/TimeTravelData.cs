using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>A range of days of the past.</summary>
/// <param name="Summary">The counts, with those of the range before.</param>
/// <param name="Tracks">The best songs of then.</param>
/// <param name="Artists">The best artists of then.</param>
/// <param name="Albums">The best albums of then.</param>
/// <param name="Genres">The best genres of then.</param>
/// <param name="NewTracks">Songs that were heard in the range for the first time ever, the most played first.</param>
/// <param name="NewArtists">Artists who were heard in the range for the first time ever, the most played first.</param>
/// <param name="Sound">Mood and audio features of then.</param>
/// <param name="SoundBefore">Mood and audio features of the range before.</param>
/// <param name="Days">Counted plays of each day of the month in which the range begins.</param>
public sealed record TimeTravelData(
    Summary Summary, TopList Tracks, TopList Artists, TopList Albums, TopList Genres, TopList NewTracks, TopList NewArtists, Fingerprint Sound,
    Fingerprint SoundBefore, IReadOnlyList<int> Days);
