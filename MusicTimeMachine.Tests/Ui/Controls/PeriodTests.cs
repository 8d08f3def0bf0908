using MusicTimeMachine.Ui.Controls;

namespace MusicTimeMachine.Tests.Ui.Controls;

public sealed class PeriodTests
{
    private static readonly DateOnly First = new(2020, 3, 2);
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData(null, null, null, "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("4w", null, null, "4w", "2026-10-24", "2026-11-21", "4 weeks")]
    [InlineData("6m", null, null, "6m", "2026-05-21", "2026-11-21", "6 months")]
    [InlineData("5y", null, null, "5y", "2021-11-21", "2026-11-21", "5 years")]
    [InlineData("all", null, null, "all", "2020-03-02", "2026-11-21", "All time")]
    [InlineData("2024", null, null, "2024", "2024-01-01", "2025-01-01", "2024")]
    [InlineData("custom", "2024-06-03", "2024-06-09", "custom", "2024-06-03", "2024-06-10", "3 – 9 June 2024")]
    [InlineData("custom", "2024-06-09", "2024-06-03", "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("custom", "2024-06-09", null, "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("custom", "2024-06-09", "9999-12-31", "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("custom", "0001-01-01", "2026-11-20", "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("custom", "1900-01-01", "2100-12-31", "custom", "1900-01-01", "2101-01-01", "1 January 1900 – 31 December 2100")]
    [InlineData("0000", null, null, "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("9999", null, null, "12m", "2025-11-21", "2026-11-21", "12 months")]
    [InlineData("' OR 1=1", null, null, "12m", "2025-11-21", "2026-11-21", "12 months")]
    public void Period_FromAnAddress_IsARangeOfDays(string? key, string? from, string? through, string expectedKey, string expectedFrom, string expectedTo, string label)
    {
        var period = Period.Parse(key, Day(from), Day(through), First, Today);

        Assert.Equal(new Period(expectedKey, Day(expectedFrom)!.Value, Day(expectedTo)!.Value), period);
        Assert.Equal(label, period.Label);
    }

    [Theory]
    [InlineData("1900", "1899-01-01", "1900-01-01")]
    [InlineData("4w", "2026-09-26", "2026-10-24")]
    [InlineData("6m", "2025-11-21", "2026-05-21")]
    [InlineData("12m", "2024-11-21", "2025-11-21")]
    [InlineData("5y", "2016-11-21", "2021-11-21")]
    [InlineData("2024", "2023-01-01", "2024-01-01")]
    public void Before_OfAPeriod_EndsWhereItBegins(string key, string from, string to)
    {
        var before = Period.Parse(key, null, null, First, Today).Before!;

        Assert.Equal((Day(from), Day(to)), (before.From, before.To));
    }

    [Fact]
    public void Before_OfAllTime_IsNone() => Assert.Null(Period.Parse("all", null, null, First, Today).Before);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, null);
}
