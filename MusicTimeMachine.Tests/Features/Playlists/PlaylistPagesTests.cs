using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Features.Playlists.Pages;
using MusicTimeMachine.Tests.Features.Searching;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.Playlists;

public sealed class PlaylistPagesTests : PageTest, IClassFixture<SearchLibrary>
{
    private readonly SearchLibrary _library;

    public PlaylistPagesTests(SearchLibrary library) : base(library.Database)
    {
        _library = library;
        Services.AddSingleton<PlaylistsQuery>();
    }

    [Fact]
    public async Task Playlists_NobodyHasAny_SayWhereTheyComeFrom()
    {
        var (user, _) = await _library.AddTracksAsync(0);

        var page = Open<PlaylistsPage>(Listener(user), "/playlists");

        Assert.Equal("No playlists yet", page.WaitForElement(".empty h2, .empty-state h2, h2", Patience).TextContent);
    }

    [Fact]
    public async Task Playlists_LeadToEach()
    {
        var (user, tracks) = await _library.AddTracksAsync(3);
        await using var context = _library.Database.CreateDbContext();
        var id = await InventedPlaylists.AddAsync(context, user, "Kitchen", tracks[..2], tracks);

        var page = Open<PlaylistsPage>(Listener(user), "/playlists");

        var link = page.WaitForElement(".playlists a", Patience);
        Assert.Equal(("Kitchen", $"/playlists/{id}"), (link.TextContent, link.GetAttribute("href")));
        Assert.Contains("3 tracks · 2 versions", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Song 1, Song 2, Song 3", "Song 3", "Version 3")]
    [InlineData("?version=1", "Song 0, Song 1", "", "Version 1")]
    [InlineData("?version=2", "Song 1, Song 2", "Song 2, Song 0", "Version 2")]
    [InlineData("?version=3&against=1", "Song 1, Song 2, Song 3", "Song 2, Song 3, Song 0", "Version 3")]
    [InlineData("?version=nonsense&against=99", "Song 1, Song 2, Song 3", "Song 3", "Version 3")]
    public async Task Playlist_ShowsTheVersionThatTheAddressSays_AndWhatChanged(string query, string shown, string changed, string current)
    {
        var (user, tracks) = await _library.AddTracksAsync(4);
        await using var context = _library.Database.CreateDbContext();
        var id = await InventedPlaylists.AddAsync(context, user, "Kitchen", tracks[..2], tracks[1..3], tracks[1..]);

        var page = await OpenAsync(user, $"/playlists/{id}{query}", id);

        Assert.Equal(shown, string.Join(", ", page.FindAll(".track-row .title").Select(title => title.TextContent)));
        Assert.Equal(changed, string.Join(", ", page.FindAll(".part a").Select(track => track.TextContent)));
        Assert.Equal(current, page.Find("[aria-current] .name").TextContent);
    }

    [Fact]
    public async Task Playlist_AnotherVersionToCompareWith_StandsInTheAddress()
    {
        var (user, tracks) = await _library.AddTracksAsync(3);
        await using var context = _library.Database.CreateDbContext();
        var id = await InventedPlaylists.AddAsync(context, user, "Kitchen", tracks[..1], tracks[..2], tracks);
        var page = await OpenAsync(user, $"/playlists/{id}", id);

        await page.Find("select").ChangeAsync(new() { Value = "1" });

        WaitForAddress(page, $"/playlists/{id}?against=1");
    }

    private static User Listener(Guid id) => new() { Id = id, Name = "listener", DisplayName = "listener", TimeZone = "UTC" };

    private async Task<IRenderedComponent<PlaylistPage>> OpenAsync(Guid user, string address, long id)
    {
        Open<Nothing>(Listener(user), address);
        var page = Render<PlaylistPage>(parameters => parameters.Add(page => page.Id, id));
        await page.WaitForElementAsync(".archive", Patience);
        return page;
    }

    private sealed class Nothing : ComponentBase;
}
