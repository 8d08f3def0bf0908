using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Features.Listening.Correcting.Controls;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Features.Listening.Pages;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Tests.Ui;
using TestContext = Xunit.TestContext;

namespace MusicTimeMachine.Tests.Features.Listening.Correcting;

/// <summary>What the pages of corrections show, do and refuse.</summary>
public sealed class CorrectingPagesTests : PageTest, IClassFixture<CorrectedHistories>
{
    private readonly CorrectedHistories _histories;

    public CorrectingPagesTests(CorrectedHistories histories) : base(histories.Database)
    {
        _histories = histories;
        Services.AddSearching();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_OfNobody_TellHowToMakeSome()
    {
        var page = Open<Changes>(await _histories.Database.AddUserAsync(), "/corrections");

        Assert.StartsWith("Nothing is changed.", page.WaitForElement(".panel p", Patience).TextContent, StringComparison.Ordinal);
        Assert.Equal(["/history", "/hidden"], page.FindAll(".page-header a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Changes_AreListedNewestFirst_AndUndone()
    {
        var history = await _histories.AddAsync();
        var corrections = new Corrections(_histories.Database, TimeProvider.System);
        var (one, other) = (history.Shown[3], history.Shown.First(play => play.TrackId != history.Shown[3].TrackId));
        await corrections.DeleteAsync(history.User.Id, PlaySelection.Of(one.Id), Stop);
        await corrections.DeleteAsync(history.User.Id, PlaySelection.Of(other.Id, history.Shown[20].Id), Stop);
        var page = Open<Changes>(history.User, "/corrections");
        page.WaitForElement("li", Patience);
        Assert.Equal(["2 plays", "1 play"], Texts(page, "li b"));
        Assert.Equal($"1 play of “{history.TrackOf(one).Name}” by {history.TrackOf(one).DisplayArtist}", Texts(page, ".what")[1]);

        page.FindAll("li button")[1].Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("li.undone")), Patience);
        Assert.Equal(["Undone: everything is as it was before."], Texts(page, ".said"));
        Assert.True(await IsShownAsync(one));
        Assert.False(await IsShownAsync(other));
    }

    [Fact]
    public async Task Changes_WhileTheDatabaseRefuses_SaySoAndTryAgain()
    {
        var user = await _histories.Database.AddUserAsync();
        Database.Refuses = true;
        var page = Open<Changes>(user, "/corrections");
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

        Database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")), Patience);
    }

    [Fact]
    public async Task Panel_IsReadWhenItIsOpened_AndPagesThroughThePlays()
    {
        var history = await _histories.AddAsync();
        var artist = history.Shown.GroupBy(play => history.TrackOf(play).ArtistId).MaxBy(plays => plays.Count())!;
        var panel = Panel(history.User, PlaySelection.OfArtist(artist.Key), isDemo: false);
        Assert.Empty(panel.FindAll(".entry"));

        panel.Find("[aria-expanded=false]").Click();
        panel.WaitForElement(".entry", Patience);

        Assert.Equal(PlaysOfQuery.MostPlays, panel.FindAll(".entry").Count);
        Assert.Contains($"Delete all {artist.Count()} plays", Texts(panel, ".bar button"));
        Assert.Equal([$"1 to 50 of {artist.Count()}"], Texts(panel, ".pages span"));
        panel.FindAll(".pages button")[1].Click();
        panel.WaitForAssertion(() => Assert.StartsWith("51 to ", Texts(panel, ".pages span")[0], StringComparison.Ordinal), Patience);
        Assert.Equal($"play-{artist.ElementAt(50).Id}", panel.FindAll(".more")[0].Id);
    }

    [Fact]
    public async Task Panel_OfFewPlays_DeletesThemWithoutAsking_AndManyNot()
    {
        var history = await _histories.AddAsync();
        var play = history.Shown.GroupBy(play => history.TrackOf(play).SongId).MaxBy(plays => plays.Count())!.First();
        var panel = Panel(history.User, PlaySelection.OfTrack(play.TrackId), isDemo: false);
        panel.Find("[aria-expanded=false]").Click();
        panel.WaitForElement(".more", Patience);
        var newest = history.Shown.First(other => history.TrackOf(other).SongId == history.TrackOf(play).SongId);

        panel.FindAll(".more")[0].Click();
        panel.WaitForElements("[role=menuitem]", Patience).First(item => item.TextContent.Trim() == "Delete").Click();

        panel.WaitForAssertion(() => Assert.Equal(["1 play deleted."], Texts(panel, ".said")), Patience);
        Assert.False(await IsShownAsync(newest));
        panel.FindAll(".undo-notice button")[0].Click();
        panel.WaitForAssertion(() => Assert.Equal(["Undone: everything is as it was before."], Texts(panel, ".said")), Patience);
        Assert.True(await IsShownAsync(newest));

        panel.FindAll(".bar button").First(button => button.TextContent.StartsWith("Delete all", StringComparison.Ordinal)).Click();
        var many = history.Shown.Count(other => history.TrackOf(other).SongId == history.TrackOf(play).SongId);
        Assert.True(many > PlayDesk.AsksAbove);
        Assert.Equal($"Delete {many} plays?", panel.WaitForElement("dialog h2", Patience).TextContent);
    }

    [Fact]
    public async Task Panel_InTheDemo_OffersNothingToChange()
    {
        var history = await _histories.AddAsync();
        var panel = Panel(history.User, PlaySelection.OfTrack(history.Shown[0].TrackId), isDemo: true);
        panel.Find("[aria-expanded=false]").Click();
        panel.WaitForElement(".entry", Patience);

        Assert.Empty(panel.FindAll(".more, .bar, .mark, [role=menu], .undo-notice"));
    }

    [Fact]
    public async Task Demo_WhoeverAsks_ChangesNothing()
    {
        var history = await _histories.AddAsync(demo: true);
        Open<Changes>(history.User, "/");
        var changes = Services.GetRequiredService<HistoryChanges>();
        var row = (await Services.GetRequiredService<PlaysQuery>().LatestAsync(history.User.Id, null, 1, Stop))[0];

        foreach (var change in (HistoryChange[])[
            await changes.DeleteAsync(PlaySelection.Of(row.Id)), await changes.EditAsync(PlaySelection.Of(row.Id), new PlayEdit { MsPlayed = 1_000 }),
            await changes.AddAsync([new AddedPlay(row.PlayedAt.AddHours(-1), null) { TrackId = row.Track.Id }]), await changes.UndoAsync(1), await changes.HideAsync(HidingKind.Song, row)])
            Assert.Equal(HistoryChange.Refused("The demo library is only to look at."), change);

        await using var context = _histories.Database.CreateDbContext();
        Assert.False(await context.Corrections.AnyAsync(correction => correction.UserId == history.User.Id, Stop));
        Assert.False(await context.HidingRules.AnyAsync(rule => rule.UserId == history.User.Id, Stop));
    }

    [Fact]
    public async Task Another_WithForeignNumbers_ChangesNothing()
    {
        var (own, foreign) = (await _histories.AddAsync(), await _histories.AddAsync());
        var deleted = await new Corrections(_histories.Database, TimeProvider.System).DeleteAsync(foreign.User.Id, PlaySelection.Of(foreign.Shown[0].Id), Stop);
        var page = Open<Changes>(own.User, "/corrections");
        Assert.StartsWith("Nothing is changed.", page.WaitForElement(".panel p", Patience).TextContent, StringComparison.Ordinal);
        var changes = Services.GetRequiredService<HistoryChanges>();

        Assert.Equal(HistoryChange.Refused(CorrectionResult.NotFound.Refusal!), await changes.DeleteAsync(PlaySelection.Of(foreign.Shown[1].Id)));
        Assert.Equal(HistoryChange.Refused(CorrectionResult.NotFound.Refusal!), await changes.EditAsync(PlaySelection.Of(foreign.Shown[1].Id), new PlayEdit { Shift = TimeSpan.FromHours(1) }));
        Assert.Equal(HistoryChange.Refused("There is no such change. Load the page again."), await changes.UndoAsync(deleted.CorrectionId!.Value));
        Assert.False(await IsShownAsync(foreign.Shown[0]));
        Assert.True(await IsShownAsync(foreign.Shown[1]));
    }

    [Fact]
    public async Task Hidden_Already_IsNotUndoneByTheNotice()
    {
        var history = await _histories.AddAsync();
        Open<Changes>(history.User, "/");
        var changes = Services.GetRequiredService<HistoryChanges>();
        var row = (await Services.GetRequiredService<PlaysQuery>().LatestAsync(history.User.Id, null, 1, Stop))[0];

        Assert.NotNull((await changes.HideAsync(HidingKind.Hours, row)).UndoAsync);
        var again = await changes.HideAsync(HidingKind.Hours, row);

        Assert.True(again.Done);
        Assert.Null(again.UndoAsync);
    }

    private IRenderedComponent<PlaysPanel> Panel(User user, PlaySelection of, bool isDemo)
    {
        Open<Changes>(user, "/");
        return Render<PlaysPanel>(parameters => parameters
            .Add(panel => panel.Of, of).Add(panel => panel.Listener, new Listener(user.Id, user.DisplayName, user.TimeZone, IsAdmin: false, isDemo))
            .Add(panel => panel.Basis, this).Add(panel => panel.OnChanged, EventCallback.Empty));
    }

    private async Task<bool> IsShownAsync(Play play)
    {
        await using var context = _histories.Database.CreateDbContext();
        return await context.Plays.Shown().AnyAsync(other => other.Id == play.Id, Stop);
    }
}
