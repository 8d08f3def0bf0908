using System.Globalization;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Tests.Ui.Charts;

public sealed class ChartLabelsTests
{
    [Theory]
    [InlineData("2024-03-01", ChartUnit.Day, 28, "1 Mar, 6 Mar, 11 Mar, 16 Mar, 21 Mar, 26 Mar")]
    [InlineData("2024-03-15", ChartUnit.Day, 120, "Apr, May, Jun, Jul")]
    [InlineData("2023-11-06", ChartUnit.Week, 52, "Nov, Jan 2024, Mar, May, Jul, Sep")]
    [InlineData("2023-11-01", ChartUnit.Month, 13, "Nov, Feb, May, Aug, Nov")]
    [InlineData("2023-11-01", ChartUnit.Month, 30, "Nov 2023, May 2024, Nov 2024, May 2025, Nov 2025")]
    [InlineData("2006-11-01", ChartUnit.Month, 241, "2007, 2011, 2015, 2019, 2023")]
    [InlineData("2020-01-01", ChartUnit.Month, 49, "2020, 2021, 2022, 2023, 2024")]
    [InlineData("2006-01-01", ChartUnit.Year, 20, "2006, 2010, 2014, 2018, 2022")]
    [InlineData("2024-03-01", ChartUnit.Day, 1, "1 Mar")]
    public void Of_Columns_FitAPhone(string first, ChartUnit unit, int count, string labels)
    {
        var day = DateOnly.Parse(first, CultureInfo.InvariantCulture);
        var points = Enumerable.Range(0, count).Select(i => new PlaysPoint(unit switch
        {
            ChartUnit.Day => day.AddDays(i),
            ChartUnit.Week => day.AddDays(7 * i),
            ChartUnit.Month => day.AddMonths(i),
            _ => day.AddYears(i),
        }, 1, null)).ToList();

        Assert.Equal(labels, string.Join(", ", ChartLabels.Of(points, unit).Select(label => label.Label)));
    }
}
