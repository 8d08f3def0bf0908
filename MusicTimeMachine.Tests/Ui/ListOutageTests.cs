using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Importing.Pages;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Library.Pages;
using MusicTimeMachine.Features.Listening.Pages;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Features.Searching.Pages;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Features.Searching;
using MusicTimeMachine.Ui;
using TestContext = Xunit.TestContext;

namespace MusicTimeMachine.Tests.Ui;

/// <summary>While somebody scrolls a long list the database goes away: the page says so, stays, and goes on when it is back.</summary>
public sealed class ListOutageTests : PageTest, IClassFixture<SearchLibrary>
{
    private readonly SearchLibrary _library;

    public ListOutageTests(SearchLibrary library) : base(library.Database)
    {
        _library = library;
        Services.AddSearching();
        Services.AddSingleton<Likes>();
        Services.AddSingleton<LikesQuery>();
        Services.AddSingleton<JobQueue>();
        Services.AddSingleton<ImportService>();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task History_Scrolled()
    {
        await using var context = _library.Database.CreateDbContext();
        var history = await InventedHistory.CreateAsync(_library.Database, await InventedCatalog.CreateAsync(context), "Europe/Zurich", seed: 3, count: 400);
        var page = Open<History>(history.User, "/history");
        page.WaitForElement(".list", Patience);

        await ScrollAsync<History, HistoryLine>(page);
    }

    [Fact]
    public async Task Search_Scrolled()
    {
        var user = await _library.AddAsync([.. Enumerable.Range(0, 60).Select(number => new SearchTrack($"Blue {number}"))]);
        var page = Open<Search>(new() { Id = user, Name = "searcher", DisplayName = "searcher", TimeZone = "UTC" }, "/search?q=blue");
        page.WaitForElement(".list", Patience);

        await ScrollAsync<Search, SearchHit>(page, 50); // The first fifty came with the page.
    }

    [Fact]
    public async Task Likes_Scrolled()
    {
        var user = await _library.AddAsync([.. Enumerable.Range(0, 60).Select(number => new SearchTrack($"Green {number}"))]);
        await _library.Database.ExecuteAsync($"insert into liked_tracks (user_id, track_id, liked_at) select user_id, track_id, now() from user_tracks where user_id = '{user}'");
        var page = Open<LikesPage>(new() { Id = user, Name = "liker", DisplayName = "liker", TimeZone = "UTC" }, "/likes");
        page.WaitForElement(".list", Patience);

        await ScrollAsync<LikesPage, LikeRow>(page, 50);
    }

    [Fact]
    public async Task ErrorsOfAnImport_Scrolled()
    {
        var user = await _library.Database.AddUserAsync();
        var import = new Import { UserId = user.Id, Names = ["mine.zip"], Files = 1, Rows = 1, Errors = 1, Status = ImportStatus.Completed, CreatedAt = Now };
        await using (var context = _library.Database.CreateDbContext())
        {
            context.Imports.Add(import);
            await context.SaveChangesAsync(Stop);
            context.ImportErrors.Add(new ImportError { ImportId = import.Id, File = "mine.zip/a.json", Row = 7, Reason = "It is no play." });
            await context.SaveChangesAsync(Stop);
        }

        Open<Changes>(user, "/");
        var view = (await Services.GetRequiredService<ImportService>().FindAsync(user.Id, import.Id, Stop))!;
        var lists = Render<ImportLists>(parameters => parameters.Add(lists => lists.Import, view));
        lists.WaitForElement("#errors-title", Patience);

        await ScrollAsync<ImportLists, ImportErrorView>(lists);
    }

    [Fact]
    public async Task ScrolledOn_BeforeItHasAnswered_IsNoOutage()
    {
        var load = new ListLoad<int>(request => throw new TimeoutException(), () => Assert.Fail("Nothing has changed."));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(async () => await load.ReadAsync(new ItemsProviderRequest(0, 10, source.Token)));

        Assert.Equal(source.Token, thrown.CancellationToken); // The list takes no other for its own.
        Assert.Null(load.Failed);
    }

    [Fact]
    public async Task PartAskedForEarlier_AnsweredLater_DoesNotHideTheOutage()
    {
        var early = new TaskCompletionSource<ItemsProviderResult<int>>();
        var load = new ListLoad<int>(request => request.StartIndex == 0 ? new(early.Task) : throw new TimeoutException(), () => { });
        var first = load.ReadAsync(new ItemsProviderRequest(0, 10, Stop)).AsTask();
        await load.ReadAsync(new ItemsProviderRequest(10, 10, Stop));

        early.SetResult(new([7], 20));

        Assert.Equal([7], (await first).Items);
        Assert.Equal(DatabaseOutage.Sentence, load.Failed);
    }

    private async Task ScrollAsync<TPage, TItem>(IRenderedComponent<TPage> page, int start = 0)
        where TPage : class, IComponent
    {
        var provider = page.FindComponent<Virtualize<TItem>>().Instance.ItemsProvider!;
        Task<ItemsProviderResult<TItem>> ReadAsync() => page.InvokeAsync(() => provider(new ItemsProviderRequest(start, 10, Stop)).AsTask());
        var before = await ReadAsync();
        Assert.NotEmpty(before.Items);

        Database.Refuses = true;
        var meanwhile = await ReadAsync();

        Assert.Equal((0, before.TotalItemCount), (meanwhile.Items.Count(), meanwhile.TotalItemCount));
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement(".list-failure p", Patience).TextContent);

        Database.Refuses = false;
        await ReadAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".list-failure")), Patience);
    }
}
