using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Features.Snapshots.Pages;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Spotify;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.Snapshots;

public sealed class SnapshotsPageTests : PageTest, IClassFixture<SnapshotHistories>, IAsyncLifetime
{
    private readonly SnapshotHistories _histories;
    private SpotifyFixture _spotify = null!;

    public SnapshotsPageTests(SnapshotHistories histories)
        : base(histories.Database)
    {
        _histories = histories;
        Services.AddSnapshots();
    }

    private InventedSnapshots Told => _histories.Of("Europe/Zurich");

    public async ValueTask InitializeAsync()
    {
        _spotify = await SpotifyFixture.StartAsync(Database);
        Services.AddSingleton(_spotify.Services.GetRequiredService<SpotifyAccess>());
        Services.AddSingleton(_spotify.Services.GetRequiredService<SpotifyAccounts>());
        Services.AddSingleton(_spotify.Api);
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _spotify.DisposeAsync();
    }

    [Fact]
    public void Page_OfADay_ShowsItsListAndWhatChanged()
    {
        var (date, against) = (Told.Dates[^1], Told.Dates[20]);
        var (now, then) = (Told.List(date, SpotifyRange.LongTerm, SnapshotKind.Tracks), Told.List(against, SpotifyRange.LongTerm, SnapshotKind.Tracks));
        var page = Open<SnapshotsPage>(Told.History.User, $"/snapshots?range=long_term&against={against:yyyy-MM-dd}&over=all");

        page.WaitForElement(".list", Patience);
        Assert.Equal(now.Select(entry => $"{entry.Rank} {entry.Name}"), page.FindAll(".list li").Select(row => $"{row.QuerySelector(".rank")!.TextContent} {row.QuerySelector(".title")!.TextContent}"));
        Assert.Equal(
            then.Where(entry => now.TrueForAll(other => other.Item != entry.Item)).DistinctBy(entry => entry.Item).Select(entry => entry.Name),
            page.FindAll("[aria-labelledby=gone] .title").Select(title => title.TextContent));
        Assert.Equal(now.Select(entry => entry.Item).Distinct().Take(10).Count(), page.FindAll(".bump .line").Count);
        Assert.Equal(["Tracks", "1 year", "All"], Texts(page, ".switch [aria-current]"));

        // One line less: the address says which are left.
        Assert.Equal(
            string.Join('-', now.Select(entry => entry.Item).Distinct().Take(10).Skip(1)),
            page.Find(".list .draw[aria-current]").GetAttribute("href")!.Split("lines=")[1].Split('&')[0]);
    }

    [Fact]
    public void Picker_ChoosesWhatThereIs_AndTheAddressSaysIt()
    {
        var page = Open<SnapshotsPage>(Told.History.User, "/snapshots");
        page.WaitForElement(".picker", Patience);

        page.Find("[aria-label='Snapshot of, month']").Change("2025-12-01");

        var december = Told.Dates.Last(date => date is { Year: 2025, Month: 12 });
        WaitForAddress(page, $"/snapshots?date={december:yyyy-MM-dd}");
        page.WaitForAssertion(() => Assert.Contains($"on {december.Day} December 2025", page.Find("#list").TextContent, StringComparison.Ordinal), Patience);
        page.Find("[aria-label='Compared with, day']").Change($"{Told.Dates.First(date => date is { Year: 2025, Month: 12 }):yyyy-MM-dd}");
        WaitForAddress(page, $"/snapshots?date={december:yyyy-MM-dd}&against={Told.Dates.First(date => date is { Year: 2025, Month: 12 }):yyyy-MM-dd}");
    }

    [Fact]
    public void Address_OfADayWithout_LeadsToTheOneBeforeAndSaysSo()
    {
        var page = Open<SnapshotsPage>(Told.History.User, "/snapshots?date=2026-02-14&against=nonsense&range=x&kind=y&over=z&lines=a-0--9");

        Assert.Contains("There is no snapshot of 14 February 2026. This is the one of ", page.WaitForElement(".notice.warn", Patience).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Tracks", "6 months", "12 months"], Texts(page, ".switch [aria-current]"));
    }

    [Fact]
    public void Person_WhoIsNotConnected_SeesWhatThereIsAndWhatToDo()
    {
        var page = Open<SnapshotsPage>(Told.History.User, "/snapshots?kind=artists");

        Assert.Equal("/settings#spotify", page.WaitForElement(".notice a", Patience).GetAttribute("href"));
        Assert.NotEmpty(page.FindAll(".list li"));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Person_WithoutSnapshots_IsLedToSpotify()
    {
        var page = Open<SnapshotsPage>(await _histories.Database.AddUserAsync(), "/snapshots");

        Assert.Equal("/settings#spotify", page.WaitForElement(".empty a", Patience).GetAttribute("href"));
    }

    [Fact]
    public async Task Snapshot_TakenByHand_IsThereAtOnce_AndOnlyOnce()
    {
        var user = await ConnectedAsync();
        var page = Open<SnapshotsPage>(user, "/snapshots");

        page.WaitForElement(".empty button", Patience).Click();

        page.WaitForElement(".list", Patience);
        Assert.Equal("Taken: this is what Spotify says on 10 March 2026.", page.WaitForElement(".notice.good span", Patience).TextContent);
        Assert.Equal("Today's is taken", page.Find(".badge").TextContent);
        Assert.Equal(50, page.FindAll(".list li").Count);
        Assert.Contains("This is the first snapshot.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Snapshot_ThatSpotifyRefuses_SaysWhy()
    {
        var user = await ConnectedAsync();
        var page = Open<SnapshotsPage>(user, "/snapshots");
        _spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromHours(3)));

        page.WaitForElement(".empty button", Patience).Click();

        Assert.StartsWith("Spotify's quota for this app is used up.", page.WaitForElement("[role=alert] span", Patience).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".list"));
    }

    [Fact]
    public void Page_DatabaseRefuses_SaysItAndTriesAgain()
    {
        Database.Refuses = true;
        var page = Open<SnapshotsPage>(Told.History.User, "/snapshots");
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

        Database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForElement(".list", Patience);
    }

    private async Task<User> ConnectedAsync()
    {
        await _histories.Database.ExecuteAsync("delete from spotify_accounts");
        var user = await _histories.Database.AddUserAsync();
        await _spotify.ConnectAsync(user.Id, _spotify.Robin);
        return user;
    }
}
