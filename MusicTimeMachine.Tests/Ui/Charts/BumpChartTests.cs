using System.Globalization;
using Bunit;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Tests.Ui.Charts;

public sealed class BumpChartTests : UiTest
{
    private static readonly DateOnly[] Dates = [new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 3), new(2026, 3, 6), new(2026, 3, 9)];

    [Fact]
    public void Lines_BreakWhereARankOrADayIsMissing()
    {
        var chart = Chart(new BumpLine("Nightbus", "Mira Holt", [1, 10, null, 10, 1], "/tracks/1"), new BumpLine("Harbour", null, [null, null, 2, 3, 4], null));

        Assert.Equal(["M0 0h0L12.5 100M62.5 100h0M100 0h0", "M25 11.1h0M62.5 22.2h0M100 33.3h0"], chart.FindAll("path.stroke").Select(line => line.GetAttribute("d")));
        Assert.Equal(["Nightbus · Mira Holt", "Harbour"], Texts(chart, "title"));
        Assert.Equal(["1Nightbus", "4Harbour"], Texts(chart, ".names li"));
        Assert.Equal(["/tracks/1", null], chart.FindAll(".name").Select(name => name.GetAttribute("href")));
        Assert.Equal("Ranks, 1 – 9 March 2026. Nightbus · Mira Holt at best 1. Harbour at best 2.", chart.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["9 March 2026", "1", "4", "6 March 2026", "10", "3", "3 March 2026", "–", "2", "2 March 2026", "10", "–", "1 March 2026", "1", "–"], Texts(chart, "tbody tr > *"));
        Assert.Equal(Dates.Select(date => $"/{date:yyyy-MM-dd}"), chart.FindAll("a.slot").Select(slot => slot.GetAttribute("href")));
    }

    [Fact]
    public void Axis_GivesTheFirstTenMostOfTheHeight()
    {
        var scale = new BumpScale(Dates, [new BumpLine("Nightbus", null, [1, 10, 31, 40, null], null)]);

        Assert.Equal([1, 5, 10, 20, 30, 40], scale.Ticks);
        Assert.Equal([0, 66, 77.3, 100], ((int[])[1, 10, 20, 40]).Select(rank => Math.Round(scale.Height(rank), 1)));
    }

    [Fact]
    public void Names_ThatWantToStandAtOnePlace_StandBelowEachOther()
    {
        Assert.Equal([0, 6, 50, 56, 62], BumpScale.Apart([0, 1, 50, 50, 50], 6));
        Assert.Equal([94, 100, 88], BumpScale.Apart([99, 100, 98], 6));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-09", "1 Mar|3 Mar|5 Mar|7 Mar|9 Mar")]
    [InlineData("2025-12-10", "2026-03-20", "Jan 2026|Feb|Mar")]
    [InlineData("2025-11-21", "2026-11-20", "Jan 2026|Apr|Jul|Oct")]
    [InlineData("2021-11-26", "2026-11-20", "2022|2023|2024|2025|2026")]
    [InlineData("2026-03-01", "2026-03-01", "1 Mar")]
    public void Labels_AreFew(string first, string last, string words) =>
        Assert.Equal(words, string.Join('|', BumpLabels.Of(DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture)).Select(label => label.Word)));

    private IRenderedComponent<BumpChart> Chart(params BumpLine[] lines) =>
        Render<BumpChart>(p => p.Add(c => c.Dates, Dates).Add(c => c.Lines, lines).Add(c => c.Breaks, [false, false, false, true, true]).Add(c => c.Address, date => $"/{date:yyyy-MM-dd}"));
}
