using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.TimeTravel;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

public sealed class DestinationReaderTests
{
    private static readonly ListeningSpan History = new(new(2019, 3, 14), new(2026, 11, 19));

    [Theory]
    [InlineData("year=2020", "2020", "/time-machine?year=2020", "2019")]
    [InlineData("year=2020&month=12", "December 2020", "/time-machine?year=2020&month=12", "November 2020")]
    [InlineData("year=2020&month=1", "January 2020", "/time-machine?year=2020&month=1", "December 2019")]
    [InlineData("year=2024&month=2&day=29", "29 February 2024", "/time-machine?year=2024&month=2&day=29", "28 February 2024")]
    [InlineData("from=2020-03-01&to=2020-06-01", "March – May 2020", "/time-machine?from=2020-03-01&to=2020-06-01", "December 2019 – February 2020")]
    [InlineData("from=2020-03-05&to=2020-03-12", "5 – 11 March 2020", "/time-machine?from=2020-03-05&to=2020-03-12", "27 February – 4 March 2020")]
    [InlineData("from=2020-01-01&to=2021-01-01", "2020", "/time-machine?year=2020", "2019")]
    [InlineData("from=2020-12-01&to=2021-01-01", "December 2020", "/time-machine?year=2020&month=12", "November 2020")]
    [InlineData("from=2025-06-01", "June 2025 – November 2026", "/time-machine?from=2025-06-01&to=2026-12-01", "December 2023 – May 2025")]
    [InlineData("to=2019-05-01", "March – April 2019", "/time-machine?from=2019-03-01&to=2019-05-01", "January – February 2019")]
    [InlineData("", "November 2025", "/time-machine?year=2025&month=11", "October 2025")]
    [InlineData("year=%20&from=", "November 2025", "/time-machine?year=2025&month=11", "October 2025")]
    public void Read_AWellFormedAddress_LeadsThereWithoutARemark(string query, string label, string address, string before)
    {
        var destination = Read(query);

        Assert.Equal((label, address, before), (destination.Label, destination.Address(), Destination.Of(destination.Before).Label));
        Assert.Equal([], destination.Remarks);
        var again = Read(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        Assert.Equal((destination.Kind, destination.Range), (again.Kind, again.Range));
    }

    [Theory]
    [InlineData("year=99999", "2026", "There is no music in the year 99999.")]
    [InlineData("year=99999999999999999999", "2026", "There is no music in the year of so many digits.")]
    [InlineData("year=-5", "2019", "There is no music in the year -5.")]
    [InlineData("year=0", "2019", "There is no music in the year 0.")]
    [InlineData("year=two", "November 2025", "\"two\" is no year.")]
    [InlineData("year=2020&month=13", "December 2020", "There is no month 13; months are 1 to 12.")]
    [InlineData("year=2020&month=0", "January 2020", "There is no month 0; months are 1 to 12.")]
    [InlineData("year=2020&month=may", "2020", "\"may\" is no month.")]
    [InlineData("year=2019&month=1", "March 2019", "There is no music in January 2019. Your music lasts from March 2019 to November 2026.")]
    [InlineData("year=2021&month=2&day=29", "28 February 2021", "There is no day 29 in February 2021, which has 28.")]
    [InlineData("year=2026&month=12&day=3", "30 November 2026", "There is no music in 3 December 2026. Your music lasts from March 2019 to November 2026.")]
    [InlineData("month=5", "May 2026", "The address names no year; this is the last one, 2026.")]
    [InlineData("year=2020&day=5", "2020", "The address names a day without its month; this is the year.")]
    [InlineData("day=5", "November 2025", "The address names a day without its month and year.")]
    [InlineData("year=2020&from=2021-01-01", "2020", "The address names a year and a range as well; this is the year.")]
    [InlineData("from=2021-06-01&to=2021-03-01", "March – May 2021", "The range ended before it began; this is the other way round.")]
    [InlineData("from=2021-06-01&to=2021-06-01", "1 June 2021", "The day after \"to\" would be the last one, so these days were none; this is the first of them.")]
    [InlineData("from=1950-01-01&to=1950-01-08", "1 – 7 March 2019", "There is no music in these days. Your music lasts from March 2019 to November 2026.")]
    [InlineData("from=2050-01-01&to=2050-01-08", "24 – 30 November 2026", "There is no music in these days. Your music lasts from March 2019 to November 2026.")]
    [InlineData("from=0001-01-01&to=9999-12-31", "March 2019 – November 2026", "Your music lasts from March 2019 to November 2026. Days outside of it are left out.")]
    [InlineData("from=9999-12-31&to=9999-12-31", "30 November 2026", "The day after \"to\" would be the last one, so these days were none; this is the first of them.")]
    [InlineData("from=yesterday", "November 2025", "\"yesterday\" is no day; days are written like 2026-11-19.")]
    public void Read_Nonsense_LeadsToTheNearestPlaceAndSaysWhy(string query, string label, string remark)
    {
        var destination = Read(query);

        Assert.Equal(label, destination.Label);
        Assert.StartsWith(remark, destination.Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnythingAtAll_LeadsIntoTheHistory()
    {
        string?[] words =
        [
            null, "", " ", "-", "--1", "1e3", "\0", "2020", "2026", "99999", "-2147483648", "2147483648", new string('9', 5000), "١٢", "0x10", "2020-02-30", "2020-02-29", "0001-01-01", "9999-12-31",
            "2026-12-01", "2019-03-01", "\ud83d", "🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵", "<script>", "'; drop table plays; --",
        ];
        var random = new Random(5);
        for (var n = 0; n < 20_000; n++)
        {
            var parts = Enumerable.Range(0, 5).Select(_ => words[random.Next(words.Length)]).ToArray();

            var destination = DestinationReader.Read(parts[0], parts[1], parts[2], parts[3], parts[4], History);

            Assert.InRange(destination.Range.Days, 1, 4000);
            Assert.True(destination.Range.To > new DateOnly(2019, 1, 1) && destination.Range.From < new DateOnly(2027, 1, 1), destination.Label);
            Assert.True(destination.Before.To == destination.Range.From);
            Assert.All(destination.Remarks, remark => Assert.DoesNotContain(remark, letter => char.IsControl(letter) || char.IsSurrogate(letter)));
            Assert.All(destination.Remarks, remark => Assert.InRange(remark.Length, 10, 160));
            foreach (var by in (int[])[-1, 1]) Assert.NotEqual(destination, destination.Shift(by, History));
        }
    }

    [Theory]
    [InlineData("year=2020", "2019", "2021")]
    [InlineData("year=2019", null, "2020")]
    [InlineData("year=2026", "2025", null)]
    [InlineData("year=2019&month=3", null, "April 2019")]
    [InlineData("year=2026&month=11", "October 2026", null)]
    [InlineData("year=2020&month=3&day=1", "29 February 2020", "2 March 2020")]
    [InlineData("from=2020-03-01&to=2020-06-01", "December 2019 – February 2020", "June – August 2020")]
    [InlineData("from=2020-03-05&to=2020-03-12", "27 February – 4 March 2020", "12 – 18 March 2020")]
    [InlineData("from=2019-03-01&to=2026-12-01", null, null)]
    public void Shift_ToTheNeighbours_StaysOfTheSameKindAndEndsWithTheMusic(string query, string? before, string? after)
    {
        var destination = Read(query);

        Assert.Equal((before, after), (destination.Shift(-1, History)?.Label, destination.Shift(1, History)?.Label));
    }

    [Theory]
    [InlineData("2026-11-21", "2026-11-22", "Not over yet")]
    [InlineData("2026-11-20", "2026-11-21", "Yesterday")]
    [InlineData("2026-11-01", "2026-11-10", "12 days ago")]
    [InlineData("2026-10-01", "2026-10-22", "1 month ago")]
    [InlineData("2025-12-01", "2026-01-01", "10 months ago")]
    [InlineData("2020-01-01", "2020-11-22", "6 years ago")]
    [InlineData("2020-01-01", "2021-01-01", "5 years and 10 months ago")]
    public void TimeAway_OfSomeDays_IsToldInWords(string from, string to, string words) =>
        Assert.Equal(words, TimeAway.Of(new(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), new DateOnly(2026, 11, 21)));

    [Theory]
    [InlineData("12-24", "24 December", "/on-this-day?date=12-24")]
    [InlineData("2020-02-29", "29 February", "/on-this-day?date=02-29")]
    [InlineData("02-30", null, null)]
    [InlineData("2021-02-29", null, null)]
    [InlineData("\0", null, null)]
    [InlineData("99999", null, null)]
    public void MonthDay_OfAnAddress_IsADayOrNothing(string text, string? label, string? address) =>
        Assert.Equal((label, address), (MonthDay.Parse(text)?.Label, MonthDay.Parse(text)?.Address));

    [Fact]
    public void MonthDay_Neighbours_GoAroundTheYearByLeapDay()
    {
        Assert.Equal(new MonthDay(2, 29), new MonthDay(3, 1).Shift(-1));
        Assert.Equal((new MonthDay(12, 31), new MonthDay(1, 1)), (new MonthDay(1, 1).Shift(-1), new MonthDay(12, 31).Shift(1)));
    }

    private static Destination Read(string query)
    {
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        return DestinationReader.Read(
            values.GetValueOrDefault("year"), values.GetValueOrDefault("month"), values.GetValueOrDefault("day"), values.GetValueOrDefault("from"), values.GetValueOrDefault("to"), History);
    }
}
