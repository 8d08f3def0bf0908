using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Demo;

namespace MusicTimeMachine.Tests.Features.Demo;

public sealed class DemoCatalogTests
{
    private static readonly DemoLibrary Library = InventedLibraries.Standard;

    private static readonly DemoAudioFeatures[] Features = [.. Library.Tracks.Select(track => track.Features).OfType<DemoAudioFeatures>()];

    [Fact]
    public void Artists_AsNamesAreCompared_AreAllDifferent() =>
        Assert.Equal(Library.Artists.Count, Library.Artists.DistinctBy(artist => NameKey.Of(artist.Name)).Count());

    [Fact]
    public void Albums_AsNamesAreCompared_AreAllDifferent() =>
        Assert.Equal(Library.Albums.Count, Library.Albums.DistinctBy(album => (album.Artist, NameKey.Of(album.Name))).Count());

    [Fact]
    public void Tracks_AsNamesAreCompared_AreAllDifferent() => Assert.Equal(
        Library.Tracks.Count,
        Library.Tracks.DistinctBy(track => (track.Artists[0], track.Album, NameKey.OfTitle(track.Name))).Count());

    [Fact]
    public void Artists_HaveOneToThreeGenresOfAllFamilies()
    {
        Assert.All(Library.Artists, artist => Assert.InRange(artist.Genres.Count, 1, 3));
        var genres = Library.Artists.SelectMany(artist => artist.Genres).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            Enum.GetValues<DemoFamily>(),
            family => Assert.Contains(DemoGenres.All, genre => genre.Family == family && genres.Contains(genre.Name)));
    }

    [Theory]
    [InlineData('à', 'ÿ')]
    [InlineData('Ā', 'ſ')]
    [InlineData('Ͱ', 'Ͽ')]
    [InlineData('Ѐ', 'ӿ')]
    [InlineData('ぁ', 'ヿ')]
    [InlineData('一', '鿿')]
    [InlineData('가', '힣')]
    [InlineData('/', '/')]
    [InlineData('!', '!')]
    [InlineData('0', '9')]
    public void Names_AreWrittenInManyScripts(char from, char to)
    {
        Assert.Contains(Library.Artists, artist => artist.Name.Any(letter => letter >= from && letter <= to));
        if (from is not ('/' or '!'))
            Assert.Contains(Library.Tracks, track => track.Name.Any(letter => letter >= from && letter <= to));
    }

    [Fact]
    public void Tracks_LieInTheirRanges() => Assert.All(Library.Tracks, track =>
    {
        Assert.InRange(track.DurationMs, 30_000, 1_900_000);
        Assert.InRange(track.Popularity, 0, 100);
        Assert.Equal(Library.Albums[track.Album].Artist, track.Artists[0]);
        Assert.Equal(track.Artists.Count, track.Artists.Distinct().Count());
    });

    [Fact]
    public void Features_LieInTheirRanges() => Assert.All(Features, features =>
    {
        double[] shares = [features.Danceability, features.Energy, features.Valence, features.Acousticness, features.Instrumentalness, features.Speechiness, features.Liveness];
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.InRange(features.Tempo, 50, 210);
        Assert.InRange(features.Loudness, -30, 0);
        Assert.InRange(features.Key, -1, 11);
        Assert.InRange(features.Mode, 0, 1);
    });

    [Fact]
    public void Features_AreMissingForAboutATenth() =>
        Assert.InRange(1 - ((double)Features.Length / Library.Tracks.Count), .07, .14);

    [Fact]
    public void Features_FillEveryQuadrantOfTheMoodMatrix()
    {
        var shares = Features.GroupBy(features => (features.Energy > .5, features.Valence > .5)).Select(quadrant => (double)quadrant.Count() / Features.Length).ToArray();
        Assert.Equal(4, shares.Length);
        Assert.All(shares, share => Assert.InRange(share, .10, .45));
    }

    [Fact]
    public void Features_ThatGoTogetherInMusic_GoTogether()
    {
        Assert.InRange(Correlation(features => features.Energy, features => features.Loudness), .8, 1);
        Assert.InRange(Correlation(features => features.Energy, features => features.Acousticness), -1, -.6);
        Assert.InRange(Correlation(features => features.Danceability, features => features.Valence), .3, .9);
    }

    [Fact]
    public void Albums_ComeOutOverSixDecadesToAllPrecisions()
    {
        Assert.InRange(Library.Albums.Min(album => album.Released.Year), 1965, 1975);
        Assert.InRange(Library.Albums.Max(album => album.Released), InventedLibraries.LastDay.AddDays(-150), InventedLibraries.LastDay.AddDays(-30));
        Assert.Equal(3, Library.Albums.Select(album => album.Precision).Distinct().Count());
        Assert.Equal(6, Library.Albums.Select(album => album.Kind).Distinct().Count());
        Assert.All(Library.Albums.Where(album => album.Precision == ReleaseDatePrecision.Year), album => Assert.Equal(1, album.Released.DayOfYear));
    }

    [Fact]
    public void Songs_AreSometimesOnSeveralAlbumsOrSungTogether()
    {
        var versions = Library.Tracks.Count - Library.Tracks.Select(track => track.Song).Distinct().Count();
        Assert.InRange((double)versions / Library.Tracks.Count, .02, .12);
        Assert.InRange((double)Library.Tracks.Count(track => track.Artists.Count > 1) / Library.Tracks.Count, .03, .12);
        Assert.Contains(Library.Tracks, track => track.Name.Contains("(feat. ", StringComparison.Ordinal));
        Assert.Contains(Library.Tracks, track => track.Name.EndsWith(" - Live", StringComparison.Ordinal));
        Assert.Contains(Library.Tracks, track => track.Name.EndsWith(" Remaster", StringComparison.Ordinal));
    }

    private static double Correlation(Func<DemoAudioFeatures, double> one, Func<DemoAudioFeatures, double> other)
    {
        var (a, b) = (Features.Average(one), Features.Average(other));
        var (both, first, second) = (Features.Sum(f => (one(f) - a) * (other(f) - b)), Features.Sum(f => (one(f) - a) * (one(f) - a)), Features.Sum(f => (other(f) - b) * (other(f) - b)));
        return both / Math.Sqrt(first * second);
    }
}
