using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Moods;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Moods;

public sealed class MoodQueryTests(MoodQueryTests.Fixture fixture) : IClassFixture<MoodQueryTests.Fixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Moods_OfARange_AreWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (fixture.Of(zone), Histories.Range(from, to));
        foreach (var split in Enum.GetValues<MoodSplit>())
        {
            var matrix = await fixture.Query.AskAsync(history.User.Id, range, split, Cancel);

            var songs = PlainMoods.Songs(history, range);
            var thresholds = split == MoodSplit.Middle ? new MoodThresholds(0.5f, 0.5f) : PlainMoods.Medians(history);
            Assert.Equal(thresholds, matrix.Thresholds);
            Assert.Equal(Enum.GetValues<Mood>().Select(mood => Quadrant(mood, [.. songs.Where(song => PlainMoods.MoodOf(song, thresholds) == mood)])), matrix.Quadrants.Select(Rounded));
            Assert.Equal(Levels(songs), matrix.Energy);
            var (without, playsWithout) = PlainMoods.Without(history, range);
            Assert.Equal(new MoodCoverage(songs.Count, songs.Sum(song => song.Plays), without, playsWithout), matrix.Coverage);
            Assert.Equal(history.CountedIn(range).Count(), matrix.Coverage.Plays + matrix.Coverage.PlaysWithout);
            Assert.Equal(Density(songs), matrix.Density);
            Assert.Equal(PlainMoods.Ordered(songs).Take(MoodQuery.Points).Select(song => Shown(history, song)), matrix.MostPlayed);
        }
    }

    [Theory]
    [InlineData("0.3..0.8", "0.5..1")]
    [InlineData("0.8..0.3", "")]
    [InlineData(null, "0.8..0.8")]
    [InlineData("0..1", "0..1")]
    [InlineData("0.31..0.49", "0..0.05")]
    public async Task Region_ByPages_IsTheWholeListInOrder(string? valence, string? energy)
    {
        var (history, range) = (fixture.Of("Europe/Zurich"), Histories.Range("2025-10-13", "2026-03-30"));
        var region = MoodRegion.Parse(valence, energy)!.Value;
        List<PlainMoods.Song> expected =
        [
            .. PlainMoods.Ordered(PlainMoods.Songs(history, range).Where(song =>
                song.Valence >= region.ValenceFrom && song.Valence <= region.ValenceTo && song.Energy >= region.EnergyFrom && song.Energy <= region.EnergyTo)),
        ];
        List<MoodSong> pages = [];
        for (var offset = 0; offset < expected.Count + 4; offset += 4)
        {
            var page = await fixture.Query.RegionAsync(history.User.Id, range, region, offset, 4, Cancel);
            Assert.Equal((expected.Count, expected.Sum(song => song.Plays)), (page.Total, page.Plays));
            pages.AddRange(page.Items);
        }

        Assert.Equal(expected.Select(song => Shown(history, song)), pages);
    }

    [Fact]
    public async Task Moods_OfSomebodyElse_AreNotSeen()
    {
        var stranger = await fixture.Database.AddUserAsync();

        var matrix = await fixture.Query.AskAsync(stranger.Id, Histories.Range("2000-01-01", "2100-01-01"), MoodSplit.Medians, Cancel);

        Assert.Equal(new MoodCoverage(0, 0, 0, 0), matrix.Coverage);
        Assert.Equal(MoodThresholds.Middle, matrix.Thresholds);
        Assert.Empty(matrix.MostPlayed);
        Assert.All(matrix.Quadrants, quadrant => Assert.Equal((0, 0, null, null), (quadrant.Tracks, quadrant.Plays, quadrant.AverageDanceability, quadrant.AverageAcousticness)));
    }

    [Fact]
    public async Task Region_OddPages_AreEmptyOrCut()
    {
        var (history, range) = (fixture.Of("Europe/Zurich"), Histories.Range("2000-01-01", "2100-01-01"));
        var all = PlainMoods.Songs(history, range).Count;
        foreach (var (offset, limit, items) in ((int, int, int)[])[(int.MaxValue, int.MaxValue, 0), (int.MinValue, 3, 3), (0, int.MinValue, 0), (all - 1, 200, 1)])
        {
            var list = await fixture.Query.RegionAsync(history.User.Id, range, MoodRegion.Everything, offset, limit, Cancel);
            Assert.Equal((items, all), (list.Items.Count, list.Total));
        }
    }

    private static MoodQuadrant Quadrant(Mood mood, List<PlainMoods.Song> songs) => Rounded(new(
        mood, songs.Count, songs.Sum(song => song.Plays), songs.Count == 0 ? null : songs.Average(song => (double)song.Danceability),
        songs.Average(song => (double?)song.Acousticness)));

    // The order in which numbers are added up shows in the last digits.
    private static MoodQuadrant Rounded(MoodQuadrant quadrant) => quadrant with
    {
        AverageDanceability = quadrant.AverageDanceability is { } danceability ? Math.Round(danceability, 9) : null,
        AverageAcousticness = quadrant.AverageAcousticness is { } acousticness ? Math.Round(acousticness, 9) : null,
    };

    private static IEnumerable<EnergyShare> Levels(List<PlainMoods.Song> songs)
    {
        yield return Share(EnergyLevel.High, song => song.Energy >= 0.8f);
        yield return Share(EnergyLevel.Medium, song => song.Energy is >= 0.5f and < 0.8f);
        yield return Share(EnergyLevel.Low, song => song.Energy < 0.5f);

        EnergyShare Share(EnergyLevel level, Func<PlainMoods.Song, bool> has) => new(level, songs.Count(has), songs.Where(has).Sum(song => song.Plays));
    }

    private static IEnumerable<int> Density(List<PlainMoods.Song> songs) =>
        from row in Enumerable.Range(0, 32)
        from column in Enumerable.Range(0, 32)
        select songs.Count(song => Math.Min(31, Math.Floor(song.Energy * 32)) == row && Math.Min(31, Math.Floor(song.Valence * 32)) == column);

    private static MoodSong Shown(InventedHistory history, PlainMoods.Song song) =>
        new(song.Look.Id, song.Look.Name, song.Look.DisplayArtist, song.Plays, song.Ms, song.Energy, song.Valence)
        {
            Album = song.Look.AlbumName,
            AlbumArtist = history.Catalog.AlbumOf(song.Look) is { } album ? history.Catalog.Artists.Single(artist => artist.Id == album.ArtistId).Name : null,
            Image = song.Look.ImageUrl ?? history.Catalog.AlbumOf(song.Look)?.ImageUrl,
        };

    public sealed class Fixture(TestCluster cluster) : IAsyncLifetime
    {
        private readonly Histories _histories = new(cluster);

        public TestDatabase Database => _histories.Database;

        public MoodQuery Query { get; private set; } = null!;

        public InventedHistory Of(string zone) => _histories.Of(zone);

        public async ValueTask InitializeAsync()
        {
            await _histories.InitializeAsync();
            await InventedFeatures.StoreAsync(Database, Of("Europe/Zurich").Catalog);
            Query = new MoodQuery(_histories.Memory, Database);
        }

        public ValueTask DisposeAsync() => _histories.DisposeAsync();
    }
}
