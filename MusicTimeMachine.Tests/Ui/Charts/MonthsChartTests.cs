using System.Globalization;
using Bunit;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Tests.Ui.Charts;

public sealed class MonthsChartTests : UiTest
{
    private static readonly DateOnly[] Months = [new(2025, 11, 1), new(2025, 12, 1), new(2026, 1, 1), new(2026, 2, 1)];

    [Fact]
    public void Lines_WithAMonthOfSilence_HaveAGapThereAndADotWhereOneStandsAlone()
    {
        var chart = Chart(stacked: false, new ChartSeries("Tracks", [10, null, 20, 15], 1), new ChartSeries("Artists", [null, 5, null, null], 4));

        Assert.Equal(["line series1", "line series4"], chart.FindAll("path").Select(line => line.ClassName));
        Assert.Equal(["M0.5 50h0M2.5 0h0L3.5 25", "M1.5 75h0"], chart.FindAll("path").Select(line => line.GetAttribute("d")));
        Assert.Equal("What is told, November 2025 – February 2026. Tracks at most 20 in January 2026. Artists at most 5 in December 2025.", chart.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["20", "10", "0"], Texts(chart, ".axis span"));
        Assert.Equal(["Tracks", "Artists"], Texts(chart, ".legend li"));
        Assert.Equal(["November 2025", "10", "–", "December 2025", "–", "5", "January 2026", "20", "–", "February 2026", "15", "–"], Texts(chart, "tbody tr > *"));
    }

    [Fact]
    public void Months_AreLinksForThePointerAndForTheKeyboard()
    {
        var chart = Chart(stacked: false, new ChartSeries("Tracks", [10, null, 20, 15], 1));

        Assert.Equal(["/2025-11", "/2025-12", "/2026-01", "/2026-02"], chart.FindAll("a.slot").Select(slot => slot.GetAttribute("href")));
        Assert.All(chart.FindAll("a.slot"), slot => Assert.Equal("-1", slot.GetAttribute("tabindex")));
        Assert.Equal("December 2025\nTracks: –", chart.FindAll("a.slot")[1].GetAttribute("data-tip"));
        Assert.Equal(["/2025-11", "/2025-12", "/2026-01", "/2026-02"], chart.FindAll("tbody a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Areas_LieOnEachOtherAndFillTheirMonths()
    {
        var chart = Chart(stacked: true, new ChartSeries("folk", [1, 0, 3, 1], 1), new ChartSeries("rest", [1, 0, 1, 1], 9));

        Assert.Equal(
            ["M0 75L0.5 75L1 75L1 100L0.5 100L0 100zM2 25L2.5 25L3.5 75L4 75L4 100L3.5 100L2.5 100L2 100z", "M0 50L0.5 50L1 50L1 75L0.5 75L0 75zM2 0L2.5 0L3.5 50L4 50L4 75L3.5 75L2.5 25L2 25z"],
            chart.FindAll("path.area").Select(area => area.GetAttribute("d")));
        Assert.Equal("January 2026\nrest: 1\nfolk: 3", chart.FindAll("a.slot")[2].GetAttribute("data-tip"));
    }

    [Fact]
    public void Labels_OfManyMonths_AreYears()
    {
        DateOnly[] many = [.. Enumerable.Range(0, 50).Select(new DateOnly(2020, 3, 1).AddMonths)];
        var chart = Render<MonthsChart>(p => p.Add(c => c.Months, many).Add(c => c.Title, "Plays").Add(c => c.Write, Whole).Add(c => c.Address, _ => "/")
            .Add(c => c.Series, [new ChartSeries("Plays", [.. many.Select(_ => (double?)1)], 1)]));

        Assert.Equal(["2021", "2022", "2023", "2024"], Texts(chart, ".days span"));
    }

    [Fact]
    public void Chart_WithoutMonths_SaysSo()
    {
        var chart = Render<MonthsChart>(p => p.Add(c => c.Months, []).Add(c => c.Title, "Plays").Add(c => c.Write, Whole).Add(c => c.Address, _ => "/").Add(c => c.Series, [new ChartSeries("Plays", [], 1)]));

        Assert.Equal("Plays: no months.", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    private IRenderedComponent<MonthsChart> Chart(bool stacked, params ChartSeries[] series) => Render<MonthsChart>(p => p
        .Add(c => c.Months, Months).Add(c => c.Series, series).Add(c => c.Title, "What is told").Add(c => c.Stacked, stacked)
        .Add(c => c.Write, Whole).Add(c => c.Address, month => $"/{month:yyyy-MM}"));

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
