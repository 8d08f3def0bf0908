using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Catalog;

public sealed class SimilarTracksQueryTests(SoundingHistories histories) : IClassFixture<SoundingHistories>
{
    private SimilarTracksQuery Query => new(histories.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Zurich", 1)]
    [InlineData("Europe/Zurich", 7)]
    [InlineData("Europe/Zurich", 100)]
    [InlineData("America/New_York", 3)]
    [InlineData("America/New_York", 20)]
    public async Task Similar_OfEachTrack_IsWhatTheFormulaSays(string zone, int limit)
    {
        var history = histories.Of(zone);
        var library = await histories.LibraryAsync(history);
        foreach (var track in history.Catalog.Tracks)
        {
            var similar = await Query.FindAsync(history.User.Id, track.Id, limit, Stop);

            if (!library.Contains(track.Id))
            {
                Assert.Null(similar);
                continue;
            }

            var expected = Expected(history, library, track.Id).Take(limit).ToList();
            Assert.Equal(expected.Select(item => (item.Id, item.Name)), similar!.Select(item => (item.Id, item.Name)));
            Assert.All(expected.Zip(similar!), pair => Assert.Equal(pair.First.Similarity, pair.Second.Similarity, 9));
        }
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public async Task Similar_AnyLimit_IsAnswered(int limit)
    {
        var history = histories.Of("Europe/Zurich");
        var library = await histories.LibraryAsync(history);

        var similar = await Query.FindAsync(history.User.Id, library.First(histories.Sounds.ContainsKey), limit, Stop);

        Assert.Equal(limit <= 0, similar!.Count == 0);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public async Task Similar_NoSuchTrack_IsNotFound(long id) =>
        Assert.Null(await Query.FindAsync(histories.Of("Europe/Zurich").User.Id, id, 20, Stop));

    /// <summary>Each song once by its nearest id; equals by name, then by the id that stands for the song.</summary>
    private IEnumerable<SimilarTrack> Expected(InventedHistory history, HashSet<long> library, long id)
    {
        var tracks = history.Catalog.Tracks.Where(track => library.Contains(track.Id)).ToList();
        var song = history.Catalog.Track(id).SongId;
        var plays = history.Counted.ToLookup(play => play.TrackId);
        var byPlays = tracks.OrderByDescending(track => plays[track.Id].Count()).ThenByDescending(track => plays[track.Id].Sum(InventedHistory.Ms)).ThenBy(track => track.Id).ToList();
        if ((histories.Sounds.GetValueOrDefault(id) ?? byPlays.Where(track => track.SongId == song).Select(track => histories.Sounds.GetValueOrDefault(track.Id)).FirstOrDefault(sound => sound is not null)) is not { } origin)
            return [];
        return tracks.Where(track => track.SongId != song && histories.Sounds.ContainsKey(track.Id)).GroupBy(track => track.SongId)
            .Select(other => (Shown: byPlays.First(track => track.SongId == other.Key), Distance: other.Min(track => histories.Sounds[track.Id].Zip(origin, (a, b) => Math.Abs(a - b)).Sum())))
            .Select(other => new SimilarTrack(other.Shown.Id, other.Shown.Name, other.Shown.DisplayArtist, 1 - (other.Distance / 3)))
            .OrderByDescending(other => other.Similarity).ThenBy(other => other.Name, StringComparer.Ordinal).ThenBy(other => other.Id);
    }
}
