using Bunit;
using MusicTimeMachine.Ui.Controls;

namespace MusicTimeMachine.Tests.Ui.Controls;

public sealed class StatesTests : UiTest
{
    [Fact]
    public void Loadable_WithoutAValue_ShowsItIsLoading()
    {
        var loadable = RenderLoadable(null, null);

        Plain(loadable).MarkupMatches("""
            <div class="loading" role="status">
              <span class="visually-hidden">Loading</span>
              <span class="bone line" style="--i:0"></span><span class="bone line" style="--i:1"></span><span class="bone line" style="--i:2"></span>
            </div>
            """);
    }

    [Fact]
    public void Loadable_WithAnEmptyList_ShowsWhatToDo() => RenderLoadable([], null).MarkupMatches("<p>Import something.</p>");

    [Fact]
    public void Loadable_WithAValue_ShowsIt() => RenderLoadable(["one", "two"], null).MarkupMatches("<b>one, two</b>");

    [Fact]
    public void Loadable_AfterAFailure_OffersARetryAndHidesTheOldValue()
    {
        var retries = 0;
        var loadable = RenderLoadable(["one"], "The database is away.", () => retries++);

        Assert.Equal("The database is away.", loadable.Find("[role=alert] p").TextContent);
        Assert.Empty(loadable.FindAll("b"));
        loadable.Find("button").Click();
        Assert.Equal(1, retries);
    }

    [Fact]
    public void FailedState_WithoutARetry_HasNoButton() => Assert.Empty(Render<FailedState>().FindAll("button"));

    [Theory]
    [InlineData(1, "h1")]
    [InlineData(2, "h2")]
    public void EmptyState_AsPageOrPart_HasAHeadingOfThatLevel(int level, string element)
    {
        var empty = Render<EmptyState>(p => p.Add(e => e.Title, "No music yet").Add(e => e.Text, "Import your history.").Add(e => e.Level, level)
            .AddChildContent("""<a href="/imports">Import</a>"""));

        Assert.Equal("No music yet", empty.Find(element).TextContent);
        Assert.Equal("Import your history.", empty.Find("p").TextContent);
        Assert.Equal("/imports", empty.Find(".action a").GetAttribute("href"));
    }

    private IRenderedComponent<Loadable<string[]>> RenderLoadable(string[]? value, string? failed, Action? retry = null) =>
        Render<Loadable<string[]>>(p => p
            .Add(l => l.Value, value)
            .Add(l => l.Failed, failed)
            .Add(l => l.OnRetry, retry ?? (() => { }))
            .Add(l => l.EmptyContent, "<p>Import something.</p>")
            .Add(l => l.ChildContent, words => $"<b>{string.Join(", ", words)}</b>"));
}
