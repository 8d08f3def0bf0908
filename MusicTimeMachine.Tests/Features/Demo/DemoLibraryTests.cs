using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MusicTimeMachine.Features.Demo;

namespace MusicTimeMachine.Tests.Features.Demo;

public sealed class DemoLibraryTests
{
    [Fact]
    public void Library_OfTheSameOptions_IsTheSameToTheLastByte() =>
        Assert.Equal("8c6442c9b7d8f2ab84d077e09fc9c7ee9e4639a3a04ede18405dfa1b70987041", Hash(InventedLibraries.Small()));

    [Fact]
    public void Library_OfAnotherSeed_IsAnother() =>
        Assert.NotEqual(Hash(InventedLibraries.Small()), Hash(InventedLibraries.Small(seed: 2)));

    [Fact]
    public void Plays_EnumeratedTwice_AreTheSame()
    {
        var library = InventedLibraries.Small();
        Assert.Equal(library.Plays(), library.Plays());
    }

    [Theory]
    [InlineData(60_000, 4_000, 1)]
    [InlineData(3_000, 300, 7)]
    [InlineData(250, 50, 3)]
    [InlineData(90_000, 18_000, 11)]
    [InlineData(400_000, 1_000, 5)]
    public void Library_OfAnySize_HasExactlyWhatWasAskedFor(int plays, int tracks, int seed)
    {
        var library = new DemoLibrary(new DemoOptions(InventedLibraries.LastDay, DemoOptions.Zurich, plays, tracks, (ulong)seed));
        var heard = new HashSet<int>();
        var (count, last) = (0, default(DateTimeOffset));
        foreach (var play in library.Plays())
        {
            Assert.True(play.PlayedAt.AddMilliseconds(-play.MsPlayed) >= last, "A play begins before the one before has ended.");
            heard.Add(play.Track);
            last = play.PlayedAt;
            count++;
        }

        Assert.Equal((plays, tracks, tracks), (count, library.Tracks.Count, heard.Count));
        Assert.True(TimeZoneInfo.ConvertTime(last, DemoOptions.Zurich).DateTime < InventedLibraries.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }

    [Theory]
    [InlineData(100, 49)]
    [InlineData(4_999, 1_000)]
    [InlineData(2_000_001, 1_000)]
    public void Library_OfImpossibleOptions_IsRefused(int plays, int tracks)
    {
        var options = new DemoOptions(InventedLibraries.LastDay, DemoOptions.Zurich, plays, tracks);
        var exception = Assert.Throws<ArgumentException>(() => new DemoLibrary(options));
        Assert.StartsWith(options.Problem!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OfManyPlays_TakeMoreYears() => Assert.Equal(
        [(6, 4_000), (20, 100_000)],
        new[] { 60_000, 1_000_000 }.Select(plays =>
            (new DemoOptions(InventedLibraries.LastDay, DemoOptions.Zurich, plays).Years, DemoOptions.TracksFor(plays))));

    private static string Hash(DemoLibrary library)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in library.Artists.Concat<object>(library.Albums).Concat(library.Tracks).Concat(library.Plays().Cast<object>()))
            hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(item) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
