using Bunit;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Tests.Ui.Charts;

public sealed class ChartsTests : UiTest
{
    [Fact]
    public void ActivityCalendar_OfFiveDaysOverTwoMonths_PlacesEachDayUnderItsWeekday()
    {
        // Friday 27 February to Tuesday 3 March 2026.
        var calendar = Render<ActivityCalendar>(p => p
            .Add(c => c.From, new DateOnly(2026, 2, 27)).Add(c => c.To, new DateOnly(2026, 3, 4)).Add(c => c.Today, new DateOnly(2026, 3, 3))
            .Add(c => c.Days, [new(new(2026, 3, 2), 40), new(new(2026, 2, 27), 3), new(new(2026, 3, 3), 1), new(new(2026, 3, 4), 99)]));

        Assert.Equal(["Feb 2026", "Mar"], Texts(calendar, ".name"));
        Assert.Equal(
            [
                "44,44 heat2 Fri 27 February 2026: 3 plays", "44,55 heat0 Sat 28 February 2026: 0 plays", "0,66 heat0 Sun 1 March 2026: 0 plays",
                "11,0 heat3 Mon 2 March 2026: 40 plays", "11,11 heat1 Tue 3 March 2026: 1 play",
            ],
            calendar.FindAll(".months rect").Select(day => $"{day.GetAttribute("x")},{day.GetAttribute("y")} {day.ClassName} {day.TextContent}"));
        Assert.Equal(["2 days current streak", "2 days longest streak", "3 of 5 days with music"], Texts(calendar, ".streaks > span"));
        Assert.Equal("Calendar of plays, 27 February – 3 March 2026: 3 days with music, longest streak 2 days.", calendar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["February 2026", "3", "1", "March 2026", "41", "2"], Texts(calendar, "tbody tr > *"));
    }

    [Fact]
    public void ActivityCalendar_WithoutAnyDay_StillDrawsTheRange()
    {
        var calendar = Render<ActivityCalendar>(p => p.Add(c => c.From, new DateOnly(2026, 1, 1)).Add(c => c.To, new DateOnly(2027, 1, 1)).Add(c => c.Days, []));

        Assert.Equal(365, calendar.FindAll(".months rect.heat0").Count);
        Assert.Equal(["0 days longest streak", "0 of 365 days with music"], Texts(calendar, ".streaks > span"));
    }

    [Fact]
    public void ListeningClock_OfAWeek_HasASquareForEachHourAndNamesTheLoudest()
    {
        var clock = Render<ListeningClock>(p => p.Add(c => c.Hours, [new(0, 8, 5), new(4, 23, 7), new(4, 23, 4), new(6, 0, 1)]));

        Assert.Equal(168, clock.FindAll(".cell").Count);
        Assert.Equal(
            ["cell heat2 Monday 08:00–09:00: 5 plays", "cell heat3 Friday 23:00–00:00: 11 plays", "cell heat1 Sunday 00:00–01:00: 1 play"],
            clock.FindAll(".cell:not(.heat0)").Select(cell => $"{cell.ClassName} {cell.GetAttribute("title")}"));
        Assert.Equal("Plays by weekday and hour. Most on Fridays from 23:00 to 00:00.", clock.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(24, clock.FindAll("tbody tr").Count);
    }

    [Fact]
    public void ListeningDial_OfSomeHours_HasARayForEachAndNamesTheLoudest()
    {
        var dial = Render<ListeningDial>(p => p.Add(c => c.Hours, [new(0, 0, 5), new(3, 0, 5), new(4, 6, 2)]));

        Assert.Equal("Plays by hour of the day: most from 00:00 to 01:00, 10 plays.", dial.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(24, dial.FindAll("path").Count);
        Assert.Equal(
            ["heat5 00:00–01:00: 10 plays", "heat2 06:00–07:00: 2 plays"],
            dial.FindAll("path:not(.heat0)").Select(ray => $"{ray.ClassName} {ray.TextContent}"));
        Assert.Equal("M140.6 100L141.7 30A110 110 0 0 1 166.8 33.3L149.7 101.2A40 40 0 0 0 140.6 100z", dial.Find("path").GetAttribute("d"));
    }

    [Fact]
    public void ListeningDial_OfSilence_NamesNoHour()
    {
        var dial = Render<ListeningDial>(p => p.Add(c => c.Hours, []));

        Assert.Equal("Plays by hour of the day: none.", dial.Find("svg").GetAttribute("aria-label"));
        Assert.Empty(dial.FindAll(".hour"));
    }

    [Fact]
    public void PlaysOverTime_ByMonthAgainstTheYearBefore_DrawsColumnsAndALine()
    {
        var chart = Render<PlaysOverTime>(p => p.Add(c => c.Unit, ChartUnit.Month).Add(c => c.NowLabel, "2026").Add(c => c.BeforeLabel, "2025")
            .Add(c => c.Points, [new(new(2026, 1, 1), 50, 25), new(new(2026, 2, 1), 100, 0), new(new(2026, 3, 1), 1, 100)]));

        Assert.Equal(["height:50%", "height:100%", "height:1%"], chart.FindAll(".bar").Select(bar => bar.GetAttribute("style")));
        Assert.Equal("0.5,75 1.5,100 2.5,0", chart.Find("polyline").GetAttribute("points"));
        Assert.Equal(["100", "50", "0"], Texts(chart, ".axis span"));
        Assert.Equal(["Jan 2026", "Feb", "Mar"], Texts(chart, ".days span"));
        Assert.Equal("Plays by month, 151 in all; most in February 2026: 100.", chart.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["Month", "2026", "2025"], Texts(chart, "thead th"));
        Assert.Equal(["January 2026", "50", "25"], Texts(chart, "tbody tr:first-child > *"));
    }

    [Fact]
    public void PlaysOverTime_WithoutAPeriodBefore_HasNeitherLineNorLegend()
    {
        var chart = Render<PlaysOverTime>(p => p.Add(c => c.Unit, ChartUnit.Day).Add(c => c.Points, [new(new(2026, 3, 9), 3), new(new(2026, 3, 10), 0)]));

        Assert.Empty(chart.FindAll("polyline, figcaption"));
        Assert.Equal(["9 Mar", "10 Mar"], Texts(chart, ".days span"));
        Assert.Equal(["Mon 9 March 2026", "3"], Texts(chart, "tbody tr:first-child > *"));
    }

    [Fact]
    public void PlaysOverTime_WithoutPoints_SaysSo() =>
        Assert.Equal("No plays.", Render<PlaysOverTime>(p => p.Add(c => c.Unit, ChartUnit.Day).Add(c => c.Points, [])).Find("[role=img]").GetAttribute("aria-label"));

    [Fact]
    public void Charts_WithNewData_AreDrawnAnew()
    {
        var clock = Render<ListeningClock>(p => p.Add(c => c.Hours, [new(0, 8, 5)]));
        var calendar = Render<ActivityCalendar>(p => p.Add(c => c.From, new DateOnly(2026, 1, 1)).Add(c => c.To, new DateOnly(2026, 2, 1)).Add(c => c.Days, []));
        var chart = Render<PlaysOverTime>(p => p.Add(c => c.Unit, ChartUnit.Day).Add(c => c.Points, [new(new(2026, 3, 9), 3), new(new(2026, 3, 9), 4)]));

        clock.Render(p => p.Add(c => c.Hours, [new(6, 23, 1)]));
        calendar.Render(p => p.Add(c => c.From, new DateOnly(2026, 1, 31)));
        chart.Render(p => p.Add(c => c.Points, [new(new(2026, 3, 9), 2), new(new(2026, 3, 9), 4), new(new(2026, 3, 10), 1)]));

        Assert.Equal("Sunday 23:00–00:00: 1 play", Assert.Single(clock.FindAll(".cell:not(.heat0)")).GetAttribute("title"));
        Assert.Single(calendar.FindAll(".months rect"));
        Assert.Equal(["height:50%", "height:100%", "height:25%"], chart.FindAll(".bar").Select(bar => bar.GetAttribute("style")));
    }

    [Theory]
    [InlineData(ChartUnit.Day, 366, 1)]
    [InlineData(ChartUnit.Day, 31, 1)]
    [InlineData(ChartUnit.Week, 53, 7)]
    [InlineData(ChartUnit.Month, 75, 30)]
    public void PlaysOverTime_OfManyColumns_HasAFewLabels(ChartUnit unit, int count, int days)
    {
        var points = Enumerable.Range(0, count).Select(i => new PlaysPoint(unit == ChartUnit.Month ? new DateOnly(2020, 1, 1).AddMonths(i) : new DateOnly(2024, 1, 1).AddDays(days * i), i)).ToList();

        Assert.InRange(Render<PlaysOverTime>(p => p.Add(c => c.Unit, unit).Add(c => c.Points, points)).FindAll(".days span").Count, 4, 6);
    }

    [Fact]
    public void RankChart_OfYearsWithAGap_DrawsALineForEachRunAndNamesTheBest()
    {
        var chart = Render<RankChart>(p => p.Add(c => c.Among, "songs").Add(c => c.Points,
            [new(2021, 100, 400, 9), new(2022, 1, 500, 90), new(2023, null, 0, 0), new(2024, 10, 600, 30)]));

        Assert.Equal("Rank by year; best in 2022: 1 of 500 songs.", chart.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["12.5,100 37.5,0"], chart.FindAll("polyline").Select(line => line.GetAttribute("points")));
        Assert.Equal(["left:12.5%;top:100%", "left:37.5%;top:0%", "left:87.5%;top:50%"], chart.FindAll(".dot").Select(dot => dot.GetAttribute("style")));
        Assert.Equal(["#100", "#1", "#10"], Texts(chart, ".dot"));
        Assert.Equal(["1", "10", "100"], Texts(chart, ".axis span"));
        Assert.Equal("2022: 1 of 500 songs, 90 plays", chart.Find(".best").GetAttribute("title"));
        Assert.Equal(["2023", "–", "", "0"], Texts(chart, "tbody tr:nth-child(3) > *"));
    }

    [Fact]
    public void RankChart_WithoutAnyRank_SaysSo()
    {
        var chart = Render<RankChart>(p => p.Add(c => c.Among, "songs").Add(c => c.Points, [new(2024, null, 0, 0)]));

        Assert.Equal("No rank in any year.", chart.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Empty(chart.FindAll(".dot, polyline"));
    }

    [Fact]
    public void SpiderChart_OfFourDirections_DrawsBothShapesAndTheirTable()
    {
        var chart = Render<SpiderChart>(p => p.Add(c => c.ValueLabel, "This track").Add(c => c.OtherLabel, "Your library").Add(c => c.Axes,
            [new("Energy", 1, 0.5), new("Valence", 0.5, 0.5), new("Danceability", 0, 0.5), new("Liveness", null, 0.5)]));

        Assert.Equal("240,42 299,160 240,160 240,160", chart.Find(".value").GetAttribute("points"));
        Assert.Equal("240,101 299,160 240,219 181,160", chart.Find(".other").GetAttribute("points"));
        Assert.Equal(
            "This track: energy 100 %, valence 50 %, danceability 0 %, liveness unknown. Compared with: your library.", chart.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(["Liveness", "unknown", "50 %"], Texts(chart, "tbody tr:last-child > *"));
    }

    [Theory]
    [InlineData(ChartTable.MostAtOnce, ChartTable.MostAtOnce)]
    [InlineData(ChartTable.MostAtOnce + 1, 0)]
    public void Table_OfManyRows_DrawsThemWhenItIsUnfolded(int rows, int drawnAtOnce)
    {
        var table = Render<ChartTable>(parameters => parameters.Add(t => t.Caption, "Plays").Add(t => t.Heads, ["Month", "Plays"])
            .Add(t => t.Rows, [.. Enumerable.Range(1, rows).Select(row => (IReadOnlyList<string>)[$"month {row}", $"{row}"])]));
        Assert.Equal(drawnAtOnce, table.FindAll("tbody tr").Count);

        table.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Equal(rows, table.FindAll("tbody tr").Count);
    }
}
