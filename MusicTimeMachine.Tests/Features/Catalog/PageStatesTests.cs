using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Catalog.Pages;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.Catalog;

public sealed class PageStatesTests : UiTest, IClassFixture<SoundingHistories>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SoundingHistories _histories;
    private readonly UnsteadyDatabase _database;

    public PageStatesTests(SoundingHistories histories)
    {
        (_histories, _database) = (histories, new UnsteadyDatabase(histories.Database));
        Services.AddSingleton<IDbContextFactory<MusicContext>>(_database);
        Services.AddSingleton(new AccountSettings());
        Services.AddSingleton<Sessions>();
        Services.AddScoped<CurrentListener>();
        Services.AddListening();
        Services.AddHome();
        Services.AddCatalog();
        Services.AddLibrary();
        Services.AddSingleton<Database>();
        Services.AddSingleton<LiveUpdates>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddAuthorization().SetAuthorized(History.User.Name).SetClaims(new Claim(ClaimTypes.NameIdentifier, History.User.Id.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private InventedHistory History => _histories.Of("Europe/Zurich");

    [Fact]
    public void Track_WhileTheDatabaseTakesItsTime_ShowsOutlinesAndThenTheTrack()
    {
        var open = new TaskCompletionSource();
        _database.Open = open.Task;
        var track = Heard(_ => true);
        var page = Show(track);
        Assert.NotEmpty(page.FindAll("[role=status] .visually-hidden"));
        Assert.Empty(page.FindAll("h1"));

        open.SetResult();

        Assert.Equal(track.Name, page.WaitForElement("h1", Patience).TextContent);
        var plays = SoundingHistories.Counted(History, other => other.SongId == track.SongId).Count();
        Assert.Equal($"{plays:N0}", Texts(page, ".tile .value")[0]);
        Assert.Equal($"/artists/{track.ArtistId}", page.Find(".by a").GetAttribute("href"));
    }

    [Fact]
    public void Track_DatabaseRefuses_SaysSoAndTriesAgain()
    {
        _database.Refuses = true;
        var page = Show(Heard(_ => true));
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

        _database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForElement("h1", Patience);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void Track_WithoutAudioFeatures_SaysSo()
    {
        var track = Heard(track => _histories.Catalog.Tracks.Where(other => other.SongId == track.SongId).All(other => !_histories.Sounds.ContainsKey(other.Id)));
        var page = Show(track);

        Assert.StartsWith("Nothing is known of its sound: this track has no audio features.", page.WaitForElement("section[aria-labelledby=sound] p", Patience).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".spider"));
        Assert.Empty(page.FindAll(".counts a"));
    }

    [Fact]
    public void Track_WithOtherReleases_NamesThemWithLinks()
    {
        var track = Heard(track => History.Counted.Any(play => play.TrackId != track.Id && History.TrackOf(play).SongId == track.SongId));
        var page = Show(track);

        page.WaitForElement("h1", Patience);
        var other = History.Counted.Select(History.TrackOf).First(other => other.SongId == track.SongId && other.Id != track.Id);
        Assert.Equal("Also known under 1 other release", page.Find("#releases").TextContent);
        Assert.Equal($"/tracks/{other.Id}", page.Find("section[aria-labelledby=releases] a").GetAttribute("href"));
    }

    [Fact]
    public async Task Track_LikedWithANoteAndNoLonger_CanBeTakenBack()
    {
        var track = Heard(track => track.SpotifyId is not null);
        var page = Show(track);
        page.WaitForElement(".like", Patience);
        Assert.Equal("false", page.Find(".like").GetAttribute("aria-pressed"));
        Assert.Equal($"https://open.spotify.com/track/{track.SpotifyId}", page.Find("a[target=_blank]").GetAttribute("href"));

        page.Find(".like").Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".like").GetAttribute("aria-pressed")), Patience);
        page.Find("#note").Change("x" + new string('y', LikedTrack.MaxNotes));
        page.Find(".note form").Submit();
        Assert.Equal("This note has 1,001 characters, and there is room for 1,000. Shorten it by 1.", page.WaitForElement(".field-error", Patience).TextContent);
        page.Find("#note").Change("The ferry, at night");
        page.Find(".note form").Submit();
        Assert.Equal("Saved", page.WaitForElement(".note .badge.good", Patience).TextContent);

        page.Find(".like").Click();
        page.WaitForAssertion(() => Assert.Equal("false", page.Find(".like").GetAttribute("aria-pressed")), Patience);
        Assert.Contains("your note went with it", page.Find(".said").TextContent, StringComparison.Ordinal);
        page.Find(".said button").Click();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".like").GetAttribute("aria-pressed")), Patience);
        await using var context = _histories.Database.CreateDbContext();
        Assert.Equal("The ferry, at night", (await context.LikedTracks.SingleAsync(liked => liked.UserId == History.User.Id && liked.TrackId == track.Id, Xunit.TestContext.Current.CancellationToken)).Notes);
    }

    [Fact]
    public void Artist_OnAPageBehindTheLast_LeadsBack()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?page=900000000");
        var page = Render<ArtistPage>(parameters => parameters.Add(artist => artist.Id, History.TrackOf(History.Counted[0]).ArtistId));

        Assert.Equal("Back to the first", page.WaitForElement("section[aria-labelledby=songs] p a", Patience).TextContent);
    }

    [Fact]
    public void Album_OfTheLibrary_ListsItsTracks()
    {
        var track = Heard(track => track.AlbumId is not null);
        var page = Render<AlbumPage>(parameters => parameters.Add(album => album.Id, track.AlbumId!.Value));

        Assert.Equal(track.AlbumName, page.WaitForElement("h1", Patience).TextContent);
        Assert.Contains($"/tracks/{track.Id}", page.FindAll("section[aria-labelledby=tracks] a").Select(link => link.GetAttribute("href")));
    }

    private Track Heard(Func<Track, bool> suits) => History.Counted.Select(History.TrackOf).First(suits);

    private IRenderedComponent<TrackPage> Show(Track track) => Render<TrackPage>(parameters => parameters.Add(page => page.Id, track.Id));
}
