using Bunit;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Tests.Ui.Controls;

public sealed class ControlsTests : UiTest
{
    [Theory]
    [InlineData(112, 100, "up", "▲ 12 %", "12 % more than in the period before")]
    [InlineData(87, 100, "down", "▼ 13 %", "13 % less than in the period before")]
    [InlineData(5, 5, "same", "= 0 %", "the same as in the period before")]
    [InlineData(0, 0, "same", "= 0 %", "the same as in the period before")]
    [InlineData(7, 0, "up", "▲ new", "nothing in the period before")]
    [InlineData(0, 7, "down", "▼ 100 %", "100 % less than in the period before")]
    public void Change_AgainstThePeriodBefore_SaysItInSignsAndWords(double now, double before, string direction, string shown, string spoken)
    {
        var change = Render<Change>(p => p.Add(c => c.Now, now).Add(c => c.Before, before));

        Plain(change).MarkupMatches($"""<span class="change {direction}" title="{spoken}"><span aria-hidden="true">{shown}</span><span class="visually-hidden">{spoken}</span></span>""");
    }

    [Fact]
    public void StatTile_WithoutAPeriodBefore_ShowsNoChange()
    {
        var tile = Render<StatTile>(p => p.Add(t => t.Label, "Plays").Add(t => t.Value, "14,232").Add(t => t.Now, 14_232).Add(t => t.Note, "39 a day"));

        Plain(tile).MarkupMatches("""<div class="tile"><dt class="label">Plays</dt><dd class="value number">14,232</dd><dd class="aside"><span class="note">39 a day</span></dd></div>""");
    }

    [Fact]
    public void RankedList_OfThree_ShowsRankNameShareAndChange()
    {
        var list = Render<RankedList>(p => p.Add(l => l.Kind, CoverKind.Track).Add(l => l.Items,
        [
            new RankedItem(1, "Undertow", "Marlow & Finch", 200) { Href = "/tracks/7", Before = 3 },
            new RankedItem(2, "<b>Bold</b>", "Halcyon Drive", 50) { Before = 1 },
            new RankedItem(3, "Glass Weather", null, 0),
        ]));

        Assert.Equal(["1", "2", "3"], Texts(list, ".rank"));
        Assert.Equal(["Undertow", "<b>Bold</b>", "Glass Weather"], Texts(list, ".title"));
        Assert.Equal(["Marlow & Finch", "Halcyon Drive"], Texts(list, ".subtitle"));
        Assert.Equal(["200", "50", "0"], Texts(list, ".value .number"));
        Assert.Equal(["▲ 2", "▼ 1", "new"], Texts(list, ".rank-change [aria-hidden]"));
        Assert.Equal(["up 2", "down 1", "new"], Texts(list, ".rank-change .visually-hidden"));
        Assert.Equal(["width:100%", "width:25%", "width:0%"], list.FindAll(".track span").Select(bar => bar.GetAttribute("style")));
        Assert.Equal("/tracks/7", Assert.Single(list.FindAll("a")).GetAttribute("href"));
        Assert.Equal(CoverAddress.Of(CoverKind.Track, "Undertow", "Marlow & Finch"), list.Find("img").GetAttribute("src"));
    }

    [Fact]
    public void RankedList_ByTimeWithoutComparison_WritesDurations()
    {
        var list = Render<RankedList>(p => p.Add(l => l.Compared, false).Add(l => l.Covers, false).Add(l => l.Write, Format.Duration)
            .Add(l => l.Items, [new RankedItem(1, "ambient", null, 11_520_000)]));

        Assert.Equal(["ambient", "3 h 12 min"], Texts(list, ".title, .value"));
        Assert.Empty(list.FindAll("img"));
    }

    [Fact]
    public void Cover_WithARealPicture_ShowsIt()
    {
        var cover = Render<Cover>(p => p.Add(c => c.Name, "Undertow").Add(c => c.Image, "/images/1.jpg").Add(c => c.Kind, CoverKind.Artist).Add(c => c.Size, 64));

        Plain(cover).MarkupMatches("""<img class="cover round" src="/images/1.jpg" alt="" width="64" height="64" loading="lazy" decoding="async" style="--cover:64px">""");
    }

    [Fact]
    public void TrackRow_WithAnAlbum_ShowsTheAlbumsCover()
    {
        var row = Render<TrackRow>(p => p.Add(r => r.Title, "Undertow").Add(r => r.Artist, "Marlow & Finch").Add(r => r.Album, "Low Tide").Add(r => r.Aside, "14:05"));

        Assert.Equal(["Undertow", "Marlow & Finch · Low Tide", "14:05"], Texts(row, ".title, .subtitle, .aside"));
        Assert.Equal(CoverAddress.Of(CoverKind.Album, "Low Tide", "Marlow & Finch"), row.Find("img").GetAttribute("src"));
    }

    [Fact]
    public void TimeAgo_InAZone_ShowsTheLocalMomentAsTooltip()
    {
        var ago = Render<TimeAgo>(p => p.Add(t => t.Moment, Now.AddHours(-3)).Add(t => t.Zone, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(9), "x", "x")));

        ago.MarkupMatches("""<time datetime="2026-03-10T09:00:00Z" title="10 March 2026, 18:00">3 hours ago</time>""");
    }

    [Fact]
    public void IconPaths_OfAnUnknownName_SaysWhich() =>
        Assert.Equal("There is no icon named \"banjo\". (Parameter 'name')", Assert.Throws<ArgumentException>(() => IconPaths.Of("banjo")).Message);
}
