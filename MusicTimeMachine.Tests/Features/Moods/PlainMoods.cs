using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Moods;

/// <summary>The moods of a range, computed plainly from the rows.</summary>
internal static class PlainMoods
{
    public sealed record Song(long Id, Track Look, int Plays, long Ms, float Energy, float Valence, float Danceability, float? Acousticness);

    /// <summary>All songs of the range whose features are known.</summary>
    public static List<Song> Songs(InventedHistory history, DayRange range) =>
    [
        .. history.CountedIn(range).GroupBy(play => history.TrackOf(play).SongId).Select(song => Of(history, song)).OfType<Song>(),
    ];

    /// <summary>How many songs and plays of the range have none.</summary>
    public static (int Tracks, int Plays) Without(InventedHistory history, DayRange range)
    {
        var unknown = history.CountedIn(range).GroupBy(play => history.TrackOf(play).SongId).Where(song => Of(history, song) is null).ToList();
        return (unknown.Count, unknown.Sum(song => song.Count()));
    }

    /// <summary>The median of each axis over the whole history.</summary>
    public static MoodThresholds Medians(InventedHistory history)
    {
        var songs = Songs(history, new DayRange(new(1990, 1, 1), new(2100, 1, 1)));
        return new(Median(songs.Select(song => song.Energy)), Median(songs.Select(song => song.Valence)));
    }

    public static Mood MoodOf(Song song, MoodThresholds thresholds) => song.Energy > thresholds.Energy
        ? song.Valence > thresholds.Valence ? Mood.HappyEnergetic : Mood.AngryIntense
        : song.Valence > thresholds.Valence ? Mood.CalmPeaceful : Mood.SadMelancholic;

    public static IEnumerable<Song> Ordered(IEnumerable<Song> songs) =>
        songs.OrderByDescending(song => song.Plays).ThenByDescending(song => song.Ms).ThenBy(song => song.Look.Name, StringComparer.Ordinal).ThenBy(song => song.Look.Id);

    private static float Median(IEnumerable<float> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0.5f : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static Song? Of(InventedHistory history, IGrouping<long, Play> song)
    {
        var voices =
            from play in song
            group play by history.TrackOf(play) into track
            let features = InventedFeatures.Of(history.Catalog, track.Key)
            where features is { Energy: not null, Valence: not null, Danceability: not null }
            orderby track.Count() descending, track.Sum(InventedHistory.Ms) descending, features.Value.Energy descending
            select features.Value;
        foreach (var (energy, valence, danceability, acousticness) in voices)
            return new Song(song.Key, Look(history, song.Key), song.Count(), song.Sum(InventedHistory.Ms), energy!.Value, valence!.Value, danceability!.Value, acousticness);
        return null;
    }

    private static Track Look(InventedHistory history, long songId) => history.Counted.GroupBy(history.TrackOf).Where(track => track.Key.SongId == songId)
        .OrderByDescending(track => track.Count()).ThenByDescending(track => track.Sum(InventedHistory.Ms)).ThenBy(track => track.Key.Id).First().Key;
}
