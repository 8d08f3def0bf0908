using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Library.Pages;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Tests.Features.Searching;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.Library;

/// <summary>Nothing that a person wrote is lost on the page of likes, whatever happens meanwhile.</summary>
public sealed class LikesPageTests : PageTest, IClassFixture<SearchLibrary>
{
    private readonly SearchLibrary _library;

    public LikesPageTests(SearchLibrary library) : base(library.Database)
    {
        _library = library;
        Services.AddSearching();
        Services.AddSingleton<Likes>();
        Services.AddSingleton<LikesQuery>();
    }

    [Fact]
    public async Task Undo_WhileTheDatabaseIsAway_CanBeTriedAgain_AndBringsTheNoteBack()
    {
        var (page, user) = await OpenAsync();
        Press(page, "Unlike Green 0");
        page.WaitForAssertion(() => Assert.Contains("You no longer like “Green 0”; your note went with it.", page.Find(".undo-notice .good").TextContent, StringComparison.Ordinal), Patience);

        Database.Refuses = true;
        page.WaitForElement(".undo-notice .button:not([disabled]):not(.icon-only)", Patience).Click();
        page.WaitForAssertion(() => Assert.Contains(DatabaseOutage.Sentence, page.Find(".undo-notice .bad").TextContent, StringComparison.Ordinal), Patience);
        Database.Refuses = false;
        page.WaitForElement(".undo-notice .button:not([disabled]):not(.icon-only)", Patience).Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".undo-notice .notice")), Patience);
        Assert.Equal("Note 0", await _library.Database.ScalarAsync<string>($"select l.notes from liked_tracks l join tracks t on t.id = l.track_id where l.user_id = '{user}' and t.name = 'Green 0'"));
    }

    [Fact]
    public async Task Note_LeftForAnother_IsNotLost_AndIsSaidToBeUnsaved()
    {
        var (page, user) = await OpenAsync();
        Press(page, "Change the note on Green 1");
        Write(page, "Half a thought");
        Press(page, "Change the note on Green 2");
        page.WaitForAssertion(() => Assert.Equal(("Note 2", "note not saved"), (Written(page), page.Find(".entry .badge").TextContent)), Patience);

        // What was only looked at is nothing to go back to.
        Press(page, "Change the note on Green 1");
        page.WaitForAssertion(() => Assert.Equal(("Half a thought", 0), (Written(page), page.FindAll(".entry .badge").Count)), Patience);
        Press(page, "Change the note on Green 1");
        Assert.Equal("Half a thought", Written(page));
        page.Find("form.editor").Submit();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form.editor")), Patience);
        Assert.Equal("Half a thought|Note 2", await _library.Database.ScalarAsync<string>(
            $"select string_agg(l.notes, '|' order by t.name) from liked_tracks l join tracks t on t.id = l.track_id where l.user_id = '{user}' and t.name <> 'Green 0'"));

        Press(page, "Change the note on Green 2");
        Write(page, "Not this");
        page.FindAll("form.editor button").Single(button => button.TextContent == "Cancel").Click();
        Press(page, "Change the note on Green 2");
        page.WaitForAssertion(() => Assert.Equal("Note 2", Written(page)), Patience);
    }

    private static void Write(IRenderedComponent<LikesPage> page, string text) => page.WaitForElement("#like-note", Patience).Input(text);

    private static string? Written(IRenderedComponent<LikesPage> page) => page.Find("#like-note").GetAttribute("value");

    private static void Press(IRenderedComponent<LikesPage> page, string button) => page.WaitForElement($"button[aria-label='{button}']", Patience).Click();

    /// <summary>The page of somebody who likes three tracks, each with a note.</summary>
    private async Task<(IRenderedComponent<LikesPage> Page, Guid User)> OpenAsync()
    {
        var user = await _library.AddAsync([.. Enumerable.Range(0, 3).Select(number => new SearchTrack($"Green {number}"))]);
        await _library.Database.ExecuteAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at, notes)
             select user_id, track_id, now(), replace(name, 'Green', 'Note') from user_tracks join tracks on id = track_id where user_id = '{user}'
             """);
        return (Open<LikesPage>(new() { Id = user, Name = "liker", DisplayName = "liker", TimeZone = "UTC" }, "/likes"), user);
    }
}
