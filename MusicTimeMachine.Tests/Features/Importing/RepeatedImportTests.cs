using System.Globalization;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Importing twice is importing once.</summary>
public sealed class RepeatedImportTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    private static readonly DateTimeOffset Evening = new(2024, 6, 1, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task SameExport_Twice_AddsNothing()
    {
        var userId = await importing.AddUserAsync("America/New_York");
        var export = new SpotifyExportBuilder().Audio("2015-2025_1", InventedListening.Rows(3_000));
        var first = await importing.ImportAsync(userId, export);
        var before = await importing.Database.ReportsAsync(userId);

        var second = await importing.ImportAsync(userId, export);

        Assert.Equal((first.Rows, 0L, first.Added + first.Duplicates, first.Skipped), (second.Rows, second.Added, second.Duplicates, second.Skipped));
        Assert.True(first.Added > 2_800);
        Assert.Equal(before, await importing.Database.ReportsAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task TwoExports_ThatOverlap_AddTheOverlapOnce()
    {
        var userId = await importing.AddUserAsync();
        var rows = InventedListening.Rows(2_000, seed: 2).ToList();
        var whole = await importing.ImportAsync(await importing.AddUserAsync(), new SpotifyExportBuilder().Audio("all", rows));

        var first = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2015-2021_1", rows.Take(1_200)));
        var second = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2019-2025_1", rows.Skip(800)));

        Assert.Equal(whole.Added, first.Added + second.Added);
        Assert.Equal(400, second.Duplicates + rows.Skip(800).Take(400).Count(row => row.TrackUri is null));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Rows_SentAgain_AreOnePlay_AndAShortSongHeardTwiceIsTwo()
    {
        var userId = await importing.AddUserAsync();
        var row = new ExtendedRow(Evening) { MsPlayed = 31_000 };
        var import = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio(
            "2024_1",
            row,
            row with { Platform = "android" }, // exactly repeated, told by another device
            row with { Ts = Evening.AddSeconds(30) }, // within 30 seconds of the one before
            row with { Ts = Evening.AddSeconds(60) }, // and of that one
            row with { Ts = Evening.AddSeconds(91) }, // a second play
            row with { Ts = Evening.AddSeconds(92), MsPlayed = 31_001 })); // another length: another play

        Assert.Equal((6L, 3L, 3L), (import.Rows, import.Added, import.Duplicates));
        Assert.Equal(["Paper Lanterns 31000 2024-06-01 20:00:00", "Paper Lanterns 31000 2024-06-01 20:01:31", "Paper Lanterns 31001 2024-06-01 20:01:32"], await importing.Database.ShownAsync(userId));
    }

    // Heard on a flight from 20:00 on and sent at 23:00, all with the same "ts"; twice 100 seconds of the same song, and each row
    // again as later exports hold it: at another time, or at none.
    [Theory]
    [InlineData("0 1 2 3")]
    [InlineData("3 2 1 0")]
    [InlineData("2 0 3 1")]
    [InlineData("1 3, 0 2")]
    [InlineData("3, 2, 0, 1")]
    [InlineData("0, 1, 2, 3, 0 3")]
    public async Task OfflineRows_SentAgain_AreOnePlay_AndASongHeardTwiceIsTwo(string order)
    {
        var userId = await importing.AddUserAsync();
        var landed = new ExtendedRow(Evening.AddHours(3)) { MsPlayed = 100_000, Offline = true };
        ExtendedRow[] rows =
        [
            landed with { OfflineTimestamp = Evening.ToUnixTimeSeconds() },
            landed with { OfflineTimestamp = Evening.AddSeconds(70).ToUnixTimeMilliseconds() }, // overlaps the first
            landed with { OfflineTimestamp = Evening.AddSeconds(170).ToUnixTimeSeconds() }, // begins when the one before has ended
            landed with { OfflineTimestamp = null },
        ];
        foreach (var import in order.Split(", "))
            await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", import.Split(' ').Select(number => rows[int.Parse(number, CultureInfo.InvariantCulture)])));

        Assert.Equal(["Paper Lanterns 100000 2024-06-01 20:01:40", "Paper Lanterns 100000 2024-06-01 20:04:30"], await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task OfflineRow_WhoseEarlierTwinIsUndone_IsShownAgain()
    {
        var userId = await importing.AddUserAsync("Europe/Zurich");
        var landed = new ExtendedRow(Evening.AddDays(20)) { Offline = true };
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", landed));
        var second = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_2", landed with { OfflineTimestamp = Evening.ToUnixTimeSeconds() }));
        Assert.Equal(["Paper Lanterns 202400 2024-06-01 20:03:22"], await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);

        Assert.True(await importing.Undo.UndoAsync(userId, second.Id, TestContext.Current.CancellationToken));

        Assert.Equal(["Paper Lanterns 202400 2024-06-21 20:00:00"], await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AccountData_CoveredByExtended_IsNotShown(bool extendedFirst)
    {
        var userId = await importing.AddUserAsync();
        ExtendedRow[] rows = [new(Evening.AddSeconds(59)), new(Evening.AddSeconds(61)) { Track = "Short", TrackUri = "spotify:track:0000000000000000000002", MsPlayed = 2_000 }, new(Evening.AddMinutes(30))];
        var extended = new SpotifyExportBuilder().Audio("2024_1", rows);
        var account = new SpotifyExportBuilder().Account([.. rows.Select(row => new AccountRow(row.Ts) { Track = row.Track!, MsPlayed = row.MsPlayed!.Value }), new AccountRow(Evening.AddHours(5)) { Track = "Only here" }]);

        var first = await importing.ImportAsync(userId, extendedFirst ? extended : account);
        var second = await importing.ImportAsync(userId, extendedFirst ? account : extended);

        Assert.Equal(extendedFirst ? (3L, 1L, 3L) : (4L, 3L, 0L), (first.Added, second.Added, second.Duplicates));
        Assert.Equal(
            ["Paper Lanterns 202400 2024-06-01 20:00:59", "Short 2000 2024-06-01 20:01:01", "Paper Lanterns 202400 2024-06-01 20:30:00", "Only here 202400 2024-06-02 01:00:00"],
            await importing.Database.ShownAsync(userId));
        Assert.Equal(7, (await importing.Database.ReportsAsync(userId)).Count);
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task SameExport_OfTwoPeople_IsEachOnesOwn()
    {
        var (one, two) = (await importing.AddUserAsync("Europe/Zurich"), await importing.AddUserAsync("Asia/Tokyo"));
        var export = new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(1_000, seed: 3));

        var imports = await Task.WhenAll(importing.ImportAsync(one, export), importing.ImportAsync(two, export));

        Assert.Equal(imports[0] with { Id = 0, CreatedAt = default, StartedAt = default, FinishedAt = default, Names = imports[1].Names }, imports[1] with { Id = 0, CreatedAt = default, StartedAt = default, FinishedAt = default });
        Assert.Equal(await importing.Database.ReportsAsync(one), await importing.Database.ReportsAsync(two));
        await importing.Database.AssertTotalsAsync(one);
        await importing.Database.AssertTotalsAsync(two);
    }

    [Fact]
    public async Task TwoImports_OfOnePersonAtOnce_AreAsOneAfterTheOther()
    {
        var userId = await importing.AddUserAsync();
        var rows = InventedListening.Rows(2_000, seed: 4).ToList();
        var whole = await importing.ImportAsync(await importing.AddUserAsync(), new SpotifyExportBuilder().Audio("all", rows));

        var imports = await Task.WhenAll(
            importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("a", rows.Take(1_500))),
            importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("b", rows.Skip(500))),
            importing.ImportAsync(userId, new SpotifyExportBuilder().Account(rows.Where(row => row.Track is not null).Select(row => new AccountRow(row.Ts) { Track = row.Track!, Artist = row.Artist!, MsPlayed = row.MsPlayed!.Value }))));

        Assert.All(imports, import => Assert.Equal(import.Rows, import.Added + import.Duplicates + import.Skipped.All + import.Errors));
        Assert.Equal(whole.Added, (await importing.Database.ShownAsync(userId)).Count);
        await importing.Database.AssertTotalsAsync(userId);
    }
}
