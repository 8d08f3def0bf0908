using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Tests.Ui.Text;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(48_999, "48 s")]
    [InlineData(60_000, "1 min")]
    [InlineData(3_599_999, "59 min")]
    [InlineData(3_600_000, "1 h")]
    [InlineData(11_520_000, "3 h 12 min")]
    [InlineData(359_999_999, "99 h 59 min")]
    [InlineData(360_000_000, "100 h")]
    [InlineData(4_442_400_000, "1,234 h")]
    public void Duration_OfMilliseconds_HasAtMostTwoUnits(long milliseconds, string expected) => Assert.Equal(expected, Format.Duration(milliseconds));

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(83_400_000, "83 MB")]
    [InlineData(2_147_483_648, "2.1 GB")]
    [InlineData(68_719_476_736, "69 GB")]
    public void Bytes_InDecimalUnits_HaveTwoFiguresBelowTen(long bytes, string expected) => Assert.Equal(expected, Format.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 plays")]
    [InlineData(1, "1 play")]
    [InlineData(1_234_567, "1,234,567 plays")]
    public void Count_WithAWord_AgreesWithTheNumber(long count, string expected) => Assert.Equal(expected, Format.Count(count, "play"));

    [Theory]
    [InlineData(999, "999")]
    [InlineData(1_000, "1k")]
    [InlineData(1_250, "1.3k")]
    [InlineData(999_949, "999.9k")]
    [InlineData(999_950, "1M")]
    [InlineData(3_400_000, "3.4M")]
    public void Compact_OfACount_FitsAnAxis(long count, string expected) => Assert.Equal(expected, Format.Compact(count));

    [Theory]
    [InlineData(187_000, "3:07")]
    [InlineData(3_729_000, "1:02:09")]
    public void Length_OfATrack_ReadsLikeAPlayer(long milliseconds, string expected) => Assert.Equal(expected, Format.Length(milliseconds));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.004, "0.4 %")]
    [InlineData(0.12, "12 %")]
    [InlineData(9.99, "999 %")]
    [InlineData(12.2, "×12")]
    public void Percent_OfARatio_HasTheDigitsThatMatter(double ratio, string expected) => Assert.Equal(expected, Format.Percent(ratio));

    [Theory]
    [InlineData("2024-06-03", "2024-06-03", "3 June 2024")]
    [InlineData("2024-06-03", "2024-06-09", "3 – 9 June 2024")]
    [InlineData("2024-06-03", "2024-07-02", "3 June – 2 July 2024")]
    [InlineData("2023-06-03", "2024-07-02", "3 June 2023 – 2 July 2024")]
    public void Days_OfARange_SayEachPartOnce(string from, string last, string expected) =>
        Assert.Equal(expected, Format.Days(DateOnly.Parse(from, null), DateOnly.Parse(last, null)));

    [Theory]
    [InlineData("2026-03-10T12:00:30+00:00", "just now")]
    [InlineData("2026-03-10T12:00:00+00:00", "1 minute ago")]
    [InlineData("2026-03-10T11:30:00+00:00", "31 minutes ago")]
    [InlineData("2026-03-10T09:00:00+00:00", "3 hours ago")]
    [InlineData("2026-03-09T22:30:00+00:00", "13 hours ago")] // 00:30 of the same day there
    [InlineData("2026-03-09T21:30:00+00:00", "yesterday")]
    [InlineData("2026-03-05T12:00:00+00:00", "5 days ago")]
    [InlineData("2026-03-03T12:00:00+00:00", "3 March 2026")]
    public void Ago_SeenFromTwoHoursEast_CountsItsDays(string moment, string expected)
    {
        var now = new DateTimeOffset(2026, 3, 10, 14, 1, 0, TimeSpan.FromHours(2));

        Assert.Equal(expected, Format.Ago(DateTimeOffset.Parse(moment, null), now));
    }
}
