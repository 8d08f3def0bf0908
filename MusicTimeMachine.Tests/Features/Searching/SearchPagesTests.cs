using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Features.Searching.Pages;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.Searching;

public sealed class SearchPagesTests : UiTest, IClassFixture<SearchLibrary>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SearchLibrary _library;
    private readonly UnsteadyDatabase _database;

    public SearchPagesTests(SearchLibrary library)
    {
        (_library, _database) = (library, new UnsteadyDatabase(library.Database));
        Services.AddSingleton<IDbContextFactory<MusicContext>>(_database);
        Services.AddSingleton(new AccountSettings());
        Services.AddSingleton<Sessions>();
        Services.AddScoped<CurrentListener>();
        Services.AddSearching();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Search_WithoutAQuestion_ShowsWhatCanBeTyped()
    {
        var page = await OpenAsync("/search");

        Assert.Equal("What do you remember?", page.WaitForElement(".empty h2", Patience).TextContent);
        Assert.Contains("/search?q=mood%3Acalm", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Search_OfWords_ListsTracksWithTheWordsMarked()
    {
        var page = await OpenAsync("/search?q=blue+acdc", new("Blúe Thunder", "AC/DC", "Bluebird") { Plays = 31 }, new("Else"));

        page.WaitForElement(".track-row", Patience);
        Assert.Equal("“blue acdc”", page.Find("h1").TextContent);
        Assert.Equal(["Blúe", "AC/DC"], Texts(page, "mark"));
        Assert.Equal(["Blúe Thunder"], Texts(page, ".track-row .title"));
        Assert.Equal(["31 plays"], Texts(page, ".aside"));
        Assert.Equal(["1 track"], Texts(page, ".page-header p"));
        Assert.StartsWith("/tracks/", page.Find(".track-row a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfNothingThere_SaysSoWithTheHints()
    {
        var page = await OpenAsync("/search?q=genre:zydeco", new SearchTrack("Blue"));

        Assert.Equal("Nothing like it in your library", page.WaitForElement(".empty h2", Patience).TextContent);
        Assert.StartsWith("There is no filter “genre”", Texts(page, "[aria-label='Not understood'] li")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfWordsThatLookAlike_SaysSo()
    {
        var page = await OpenAsync("/search?q=thudner", new SearchTrack("Thunder"));

        Assert.Equal("Nothing in your library is written like this. Here is what looks like it.", page.WaitForElement("[role=note]", Patience).TextContent.Trim());
        Assert.Equal(["Thunder"], Texts(page, "mark"));
    }

    [Fact]
    public async Task Search_DatabaseRefuses_SaysSoAndTriesAgain()
    {
        var user = await _library.AddAsync(new SearchTrack("Blue"));
        _database.Refuses = true;
        var page = Open(user, "/search?q=blue");
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

        _database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForElement(".track-row", Patience);
    }

    [Fact]
    public async Task Box_WhileSomebodyTypes_IsAComboboxOfSuggestions()
    {
        SignIn(await _library.AddAsync(new("Blue Thunder") { Plays = 2 }, new("Blue Rain") { Plays = 1 }));
        var box = Render<SearchBox>();
        var form = box.Find("form[role=search]");
        Assert.Equal(("get", "/search", "q"), (form.GetAttribute("method"), form.GetAttribute("action"), box.Find("input").GetAttribute("name")));
        Assert.Equal("false", box.Find("[role=combobox]").GetAttribute("aria-expanded"));

        box.Find("input").Input("blu");

        box.WaitForElement("[role=listbox]", Patience);
        Assert.Equal(["Blue Thunder Nobody", "Blue Rain Nobody", "Show all results"], Texts(box, "[role=option]"));
        Assert.StartsWith("2 suggestions", Texts(box, "[role=status]")[0], StringComparison.Ordinal);
        await PressAsync(box, "ArrowDown");
        await PressAsync(box, "ArrowDown");
        Assert.Equal("top-search-1", box.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", box.Find("#top-search-1").GetAttribute("aria-selected"));
        await PressAsync(box, "Escape");
        Assert.Empty(box.FindAll("[role=listbox]"));
        Assert.Null(box.Find("input").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Box_Enter_OpensTheSuggestionOrTheSearch()
    {
        SignIn(await _library.AddAsync(new SearchTrack("Blue Thunder")));
        var box = Render<SearchBox>();
        box.Find("input").Input("a&b \ud800");
        box.Find("form").Submit();
        box.WaitForAssertion(() => Assert.Equal("http://localhost/search?q=a%26b%20%EF%BF%BD", Navigation.Uri), Patience);

        box.Find("input").Input("blu");
        box.WaitForElement("[role=listbox]", Patience);
        await PressAsync(box, "ArrowUp");
        await PressAsync(box, "ArrowUp");
        box.Find("form").Submit();

        box.WaitForAssertion(() => Assert.StartsWith("http://localhost/tracks/", Navigation.Uri, StringComparison.Ordinal), Patience);
        box.WaitForAssertion(() => Assert.Empty(box.FindAll("[role=listbox]")), Patience);
    }

    private static Task PressAsync(IRenderedComponent<SearchBox> box, string key) => box.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = key });

    private async Task<IRenderedComponent<Search>> OpenAsync(string address, params SearchTrack[] tracks) => Open(await _library.AddAsync(tracks), address);

    private IRenderedComponent<Search> Open(Guid user, string address)
    {
        SignIn(user);
        Navigation.NavigateTo(address);
        return Render<Search>();
    }

    private void SignIn(Guid user)
    {
        this.AddAuthorization().SetAuthorized("somebody").SetClaims(new Claim(ClaimTypes.NameIdentifier, user.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
