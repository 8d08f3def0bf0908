using System.Net.Http.Json;
using System.Text.Json;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Api;

/// <summary>What the API answers, beside a plain computation over the rows that were brought in.</summary>
public sealed class ListeningEndpointsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ApiFixture.Zone);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Ranges => new()
    {
        { "", "0001-01-01", "9999-12-31" },
        { "?from=2018-03-25&to=2018-10-29", "2018-03-25", "2018-10-29" }, // daylight saving begins and ends
        { "?from=2019-02-01", "2019-02-01", "9999-12-31" },
        { "?to=2017-07-15", "0001-01-01", "2017-07-15" },
        { "?from=0001-01-01&to=9999-12-31", "0001-01-01", "9999-12-31" },
        { "?from=1990-01-01&to=1991-01-01", "1990-01-01", "1991-01-01" },
        { "?from=2020-01-01&to=2020-01-01", "2020-01-01", "2020-01-01" },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task Summary_OfARange_IsWhatTheRowsSay(string query, string from, string to)
    {
        var counted = Counted(from, to);

        var answer = await GetAsync("summary" + query);

        Assert.Equal(["plays", "msPlayed", "tracks", "artists", "albums", "firstPlayedAt", "lastPlayedAt"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ((long)counted.Count, counted.Sum(row => (long)row.MsPlayed!), counted.DistinctBy(row => row.TrackUri).Count(), counted.DistinctBy(row => row.Artist).Count(), counted.DistinctBy(row => (row.Artist, row.Album)).Count()),
            (answer.GetProperty("plays").GetInt64(), answer.GetProperty("msPlayed").GetInt64(), answer.GetProperty("tracks").GetInt32(), answer.GetProperty("artists").GetInt32(), answer.GetProperty("albums").GetInt32()));
        Assert.Equal(
            (counted.Count == 0 ? null : counted[0].Ts, counted.Count == 0 ? null : counted[^1].Ts),
            (answer.GetProperty("firstPlayedAt").Deserialize<DateTimeOffset?>(), answer.GetProperty("lastPlayedAt").Deserialize<DateTimeOffset?>()));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task Tops_OfARange_AreWhatTheRowsSay(string query, string from, string to)
    {
        var counted = Counted(from, to);
        await AssertTopsAsync("tracks", query, counted, row => (row.Track!, row.Artist));
        await AssertTopsAsync("artists", query, counted, row => (row.Artist!, null));
        await AssertTopsAsync("albums", query, counted, row => (row.Album!, row.Artist));
        Assert.Equal("""{"items":[],"total":0}""", await api.Program.GetStringAsync("/api/v1/top/genres" + query, Stop));
    }

    [Fact]
    public async Task Plays_PageByPage_AreTheWholeHistory()
    {
        var expected = api.Rows.Where(row => row.TrackUri is not null).Select(row => (row.Ts, row.MsPlayed, row.Track, row.Artist, row.Album, row.TrackUri)).Reverse().ToList();
        var heard = new List<(DateTimeOffset, int?, string?, string?, string?, string?)>();
        for (string? next = ""; next is not null;)
        {
            var page = await GetAsync($"plays?limit=200&before={Uri.EscapeDataString(next)}");
            Assert.Equal(expected.Count, page.GetProperty("total").GetInt32());
            foreach (var play in page.GetProperty("items").EnumerateArray())
            {
                var track = play.GetProperty("track");
                Assert.Equal("spotify-extended", play.GetProperty("source").GetString());
                Assert.Equal(Zone.GetUtcOffset(play.GetProperty("playedAt").GetDateTimeOffset()), play.GetProperty("playedAt").GetDateTimeOffset().Offset);
                Assert.Equal(play.GetProperty("msPlayed").GetInt32() >= 30_000, play.GetProperty("counts").GetBoolean());
                heard.Add((play.GetProperty("playedAt").GetDateTimeOffset(), play.GetProperty("msPlayed").GetInt32(), track.GetProperty("name").GetString(), track.GetProperty("artist").GetString(),
                    track.GetProperty("album").GetString(), "spotify:track:" + track.GetProperty("spotifyId").GetString()));
            }

            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(expected, heard);
    }

    [Fact]
    public async Task Plays_BeforeATime_BeginThere()
    {
        var moment = api.Rows.Where(row => row.TrackUri is not null).ElementAt(100).Ts;
        var earlier = api.Rows.Where(row => row.TrackUri is not null && row.Ts < moment).Reverse().Take(3).Select(row => row.Ts);

        foreach (var text in (string[])[$"{moment.UtcDateTime:s}Z", $"{moment.UtcDateTime:s}", $"{moment.ToOffset(TimeSpan.FromHours(5)):o}"])
            Assert.Equal(earlier, (await GetAsync($"plays?limit=3&before={Uri.EscapeDataString(text)}")).GetProperty("items").EnumerateArray().Select(play => play.GetProperty("playedAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Somebody_WithoutMusic_GetsEmptyAnswers()
    {
        using var program = await api.AddProgramAsync("nobody", "Asia/Tokyo");
        Assert.Equal(
            """{"plays":0,"msPlayed":0,"tracks":0,"artists":0,"albums":0,"firstPlayedAt":null,"lastPlayedAt":null}""",
            await program.GetStringAsync("/api/v1/summary?from=2020-01-01", Stop));
        Assert.Equal("""{"items":[],"total":0}""", await program.GetStringAsync("/api/v1/top/tracks", Stop));
        Assert.Equal("""{"items":[],"total":0,"next":null}""", await program.GetStringAsync("/api/v1/plays", Stop));
        Assert.Equal("""{"items":[],"total":0}""", await program.GetStringAsync("/api/v1/imports", Stop));
    }

    private async Task AssertTopsAsync(string kind, string query, IEnumerable<ExtendedRow> counted, Func<ExtendedRow, (string Name, string? Artist)> of)
    {
        var expected = counted.GroupBy(of).Select(group => (group.Key.Name, group.Key.Artist, Plays: group.Count(), Ms: group.Sum(row => (long)row.MsPlayed!))).ToList();
        var between = query.Length == 0 ? "?" : "&";
        var best = expected.OrderByDescending(top => top.Plays).ThenByDescending(top => top.Ms).ThenBy(top => top.Name, StringComparer.Ordinal);
        Assert.Equal((best.Skip(5).Take(20), expected.Count), await ReadAsync($"top/{kind}{query}{between}limit=20&offset=5"), Same);
        var longest = expected.OrderByDescending(top => top.Ms).ThenByDescending(top => top.Plays).ThenBy(top => top.Name, StringComparer.Ordinal);
        Assert.Equal((longest.Take(50), expected.Count), await ReadAsync($"top/{kind}{query}{between}order=time"), Same);

        async Task<(IEnumerable<(string, string?, int, long)>, int)> ReadAsync(string path)
        {
            var answer = await GetAsync(path);
            return (answer.GetProperty("items").EnumerateArray().Select(item => (
                item.GetProperty("name").GetString()!, item.GetProperty("artist").GetString(), item.GetProperty("plays").GetInt32(), item.GetProperty("msPlayed").GetInt64())).ToList(), answer.GetProperty("total").GetInt32());
        }

        static bool Same((IEnumerable<(string, string?, int, long)> Items, int Total) a, (IEnumerable<(string, string?, int, long)> Items, int Total) b)
        {
            Assert.Equal(a.Items, b.Items);
            return a.Total == b.Total;
        }
    }

    /// <summary>The rows that count, between two of the person's days, in the order of time.</summary>
    private List<ExtendedRow> Counted(string from, string to) =>
    [
        .. api.Rows.Where(row => row.TrackUri is not null && row.MsPlayed >= 30_000
            && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.Ts, Zone).DateTime) is var day
            && string.CompareOrdinal($"{day:yyyy-MM-dd}", from) >= 0 && string.CompareOrdinal($"{day:yyyy-MM-dd}", to) < 0),
    ];

    private Task<JsonElement> GetAsync(string path) => api.Program.GetFromJsonAsync<JsonElement>("/api/v1/" + path, Stop);
}
