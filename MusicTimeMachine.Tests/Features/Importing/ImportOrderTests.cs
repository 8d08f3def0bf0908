using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Whatever comes first, the history is the same in the end, and it is what the rules say.</summary>
public sealed class ImportOrderTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    public static TheoryData<int, string> Orders()
    {
        var orders = new TheoryData<int, string>();
        for (var seed = 1; seed <= 4; seed++)
        {
            foreach (var order in (string[])["early late account recent", "account recent late early", "recent account early late"]) orders.Add(seed, order);
        }
        return orders;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Sources_InAnyOrder_ShowWhatTheRulesSay(int seed, string order)
    {
        // Of the first listenings, batches end in the middle of what belongs together.
        importing.Settings.BatchSize = seed <= 2 ? 37 : 10_000;
        var userId = await importing.AddUserAsync("Europe/Zurich");
        var heard = new OverlappingListening(seed, 400, order);
        foreach (var source in order.Split(' ')) await heard.BringAsync(importing, userId, source);

        var resolved = PlainSameness.Resolve(heard.Reports);
        var expected = Library.Lines(resolved);
        Assert.Equal(expected, Library.Lines(await importing.Database.ReportsAsync(userId)));
        Assert.InRange(resolved.Count(report => report.Shown), 370, 430); // Of 400 that were really heard.
        await importing.Database.AssertTotalsAsync(userId);

        // Nothing changes when everything comes once more, in another order.
        foreach (var source in order.Split(' ').Reverse()) await heard.BringAsync(importing, userId, source);
        Assert.Equal(expected, Library.Lines(await importing.Database.ReportsAsync(userId)));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task SmallImport_BesideLinkedPlays_LeavesTheirLinksAlone()
    {
        var userId = await importing.AddUserAsync();
        var evening = new DateTimeOffset(2024, 5, 1, 20, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(0, 200).Select(i => new ExtendedRow(evening.AddSeconds(50 + 100 * i)) { MsPlayed = 90_000 + i }).ToList();
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", rows));
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Account(rows.Select(row => new AccountRow(row.Ts) { MsPlayed = row.MsPlayed!.Value })));
        var before = await importing.Database.ReportsAsync(userId);

        var another = new ExtendedRow(evening.AddHours(2.5)) { Track = "Another", TrackUri = "spotify:track:0000000000000000000009" };
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_2", another));

        Assert.Equal(200, before.Count(report => report.Shown));
        Assert.Equal(before, (await importing.Database.ReportsAsync(userId)).Where(report => report.Title != "Another"));
    }
}
