using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Api;

/// <summary>Tracks, likes, search, moods, gems and evolution by the API, beside what the pages of the same person say.</summary>
public sealed class ExploringEndpointsTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private FormClient _browser = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await api.AddFeaturesAsync();
        _browser = new FormClient(api.App.CreateClient());
        await AccountsApp.SendAsync(_browser, "listener", AccountsFixture.Password);
    }

    [Fact]
    public async Task Summary_AndTops_AreThoseOfTheFirstPage()
    {
        var summary = await GetAsync("summary");
        var page = await _browser.ReadAsync("/?period=all");

        Assert.Equal(
            [Count(summary, "plays"), Count(summary, "tracks"), Count(summary, "artists"), Count(summary, "albums")],
            Texts(page, ".tile .value").Where((_, i) => i != 1));
        foreach (var (panel, kind) in ((string, string)[])[("top-tracks", "tracks"), ("top-artists", "artists"), ("top-albums", "albums")])
        {
            var items = (await GetAsync($"top/{kind}?limit=8")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(items.Select(item => item.GetProperty("name").GetString()), Texts(page, $"[aria-labelledby={panel}] .title"));
            Assert.All(items, item => Assert.NotNull(page.QuerySelector($"[aria-labelledby={panel}] a[href='/{kind}/{item.GetProperty("id").GetInt64()}']")));
        }
    }

    [Fact]
    public async Task Track_IsTheOneOfItsPage_WithWhatSoundsLikeIt()
    {
        var id = await FirstTrackAsync();
        var track = await GetAsync($"tracks/{id}");
        var similar = (await GetAsync($"tracks/{id}/similar")).GetProperty("items").EnumerateArray().ToList();
        var page = await _browser.ReadAsync($"/tracks/{id}");

        Assert.Equal(track.GetProperty("name").GetString(), page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(Count(track, "plays"), Texts(page, ".tile .value").First());
        Assert.Equal(20, similar.Count);
        Assert.Equal(
            similar.Select(item => $"{item.GetProperty("name").GetString()} {(100 * item.GetProperty("similarity").GetDouble()).ToString("0.0", CultureInfo.InvariantCulture)} %"),
            page.QuerySelectorAll("[aria-labelledby=similar] .track-row").Select(row => $"{row.QuerySelector(".title")!.TextContent.Trim()} {row.QuerySelector(".alike")!.TextContent.Replace("similarity ", "", StringComparison.Ordinal).Trim()}"));
        var features = track.GetProperty("audioFeatures");
        var nearest = await GetAsync($"tracks/{similar[0].GetProperty("id").GetInt64()}");
        Assert.Equal(
            1 - ((string[])["energy", "valence", "danceability"]).Sum(name => Math.Abs(features.GetProperty(name).GetDouble() - nearest.GetProperty("audioFeatures").GetProperty(name).GetDouble())) / 3,
            similar[0].GetProperty("similarity").GetDouble(), 5);
    }

    [Fact]
    public async Task Moods_AreThoseOfTheirPage()
    {
        var moods = await GetAsync("moods");
        var page = await _browser.ReadAsync("/moods?period=all");

        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["happy-energetic"] = "Happy & Energetic", ["angry-intense"] = "Angry & Intense", ["calm-peaceful"] = "Calm & Peaceful", ["sad-melancholic"] = "Sad & Melancholic" };
        var quadrants = moods.GetProperty("quadrants").EnumerateArray()
            .Select(quadrant => $"{words[quadrant.GetProperty("mood").GetString()!]}: {Count(quadrant, "tracks", "track")}, {Count(quadrant, "plays", "play")}");
        Assert.Equal(quadrants.Order(StringComparer.Ordinal), page.QuerySelectorAll(".quadrants li").Select(quadrant => $"{quadrant.QuerySelector("h3")!.TextContent.Trim()}: {quadrant.QuerySelector(".small")!.TextContent.Trim()}").Order(StringComparer.Ordinal));
        Assert.Equal(
            moods.GetProperty("energy").EnumerateArray().Select(level => $"{level.GetProperty("level").GetString()}: {Count(level, "tracks", "track")}, {Count(level, "plays", "play")}"),
            page.QuerySelectorAll("[aria-labelledby=energy] li").Select(level => $"{level.QuerySelector(".name strong")!.TextContent.Trim().ToLowerInvariant()}: {level.QuerySelector(".value .muted")!.TextContent.Trim()}"));
    }

    [Fact]
    public async Task Gems_AreThoseOfTheirPage()
    {
        const string query = "lovedFromDays=4000&lovedToDays=400&silentDays=300&minPlays=3";
        var gems = await GetAsync("gems?limit=200&" + query);

        var page = await _browser.ReadAsync("/gems?limit=200&" + query);

        Assert.True(gems.GetProperty("total").GetInt32() > 10);
        Assert.Equal(
            gems.GetProperty("items").EnumerateArray().Select(gem => $"{gem.GetProperty("name").GetString()}: {gem.GetProperty("reason").GetString()}"),
            page.QuerySelectorAll(".gems li").Select(gem => $"{gem.QuerySelector(".title")!.TextContent.Trim()}: {gem.QuerySelector(".reason")!.TextContent.Trim()}"));
    }

    [Fact]
    public async Task Snapshots_AreThoseOfTheirPage()
    {
        await api.AddSnapshotsAsync();
        var days = await GetAsync("snapshots?limit=2&offset=1");

        Assert.Equal(3, days.GetProperty("total").GetInt32());
        Assert.Equal(["2025-06-02", "2025-06-01"], days.GetProperty("items").EnumerateArray().Select(day => day.GetProperty("date").GetString()));
        Assert.All(days.GetProperty("items").EnumerateArray(), day => Assert.Equal(["short_term", "long_term"], day.GetProperty("ranges").EnumerateArray().Select(range => range.GetString())));
        foreach (var kind in (string[])["tracks", "artists"])
        {
            var list = (await GetAsync($"snapshots/2025-06-02/long_term?kind={kind}")).GetProperty("items").EnumerateArray().ToList();
            var page = await _browser.ReadAsync($"/snapshots?date=2025-06-02&range=long_term&kind={kind}");
            Assert.True(list.Count > 4);
            Assert.Equal(
                list.Select(item => $"{item.GetProperty("rank").GetInt32()} {item.GetProperty("name").GetString()} {item.GetProperty("artist").GetString()} /{kind}/{item.GetProperty("id").GetInt64()}"),
                page.QuerySelectorAll(".list li").Select(row => $"{row.QuerySelector(".rank")!.TextContent} {row.QuerySelector(".title")!.TextContent} {row.QuerySelector(".subtitle")?.TextContent} {row.QuerySelector(".title")!.GetAttribute("href")}"));
        }

        Assert.Equal("""{"items":[],"total":0}""", await api.Program.GetStringAsync("/api/v1/snapshots/2025-06-02/medium_term", Stop));
        var gems = await GetAsync("gems?source=snapshots&lovedFromDays=4000&lovedToDays=1&silentDays=1&limit=200");
        var gemsPage = await _browser.ReadAsync("/gems?source=snapshots&lovedFromDays=4000&lovedToDays=1&silentDays=1&limit=200");
        Assert.NotEmpty(gems.GetProperty("items").EnumerateArray());
        Assert.Equal(gems.GetProperty("items").EnumerateArray().Select(gem => gem.GetProperty("reason").GetString()), gemsPage.QuerySelectorAll(".gems .reason").Select(reason => reason.TextContent));
    }

    [Fact]
    public async Task Search_FindsWhatItsPageFinds()
    {
        foreach (var text in (string[])["lanterns", "velvet mach", "\"Paper Lanterns\" -comets", "energy>0.5 rivers", "夜"])
        {
            var found = await GetAsync($"search?limit=20&q={Uri.EscapeDataString(text)}");
            var page = await _browser.ReadAsync($"/search?q={Uri.EscapeDataString(text)}");

            var items = found.GetProperty("items").EnumerateArray().ToList();
            Assert.NotEmpty(items);
            Assert.Equal(
                items.Select(item => $"/tracks/{item.GetProperty("id").GetInt64()}"),
                page.QuerySelectorAll(".track-row a.title").Select(link => link.GetAttribute("href")).Take(items.Count));
        }

        Assert.Equal("""{"items":[],"total":0}""", await api.Program.GetStringAsync("/api/v1/search", Stop));
        Assert.Equal("""{"items":[],"total":0}""", await api.Program.GetStringAsync("/api/v1/search?q=zzzzqqqq", Stop));
    }

    [Fact]
    public async Task Evolution_AddsUpToTheSummary()
    {
        var (months, summary) = ((await GetAsync("evolution")).GetProperty("months").EnumerateArray().ToList(), await GetAsync("summary"));

        Assert.Equal(summary.GetProperty("plays").GetInt64(), months.Sum(month => month.GetProperty("plays").GetInt64()));
        Assert.Equal(summary.GetProperty("artists").GetInt32(), months.Sum(month => month.GetProperty("newArtists").GetInt32()));
        foreach (var month in months.Where(month => month.GetProperty("plays").GetInt64() > 0).Take(3))
        {
            var first = DateOnly.Parse(month.GetProperty("month").GetString()!, CultureInfo.InvariantCulture);
            var alone = await GetAsync($"summary?from={first:yyyy-MM-dd}&to={first.AddMonths(1):yyyy-MM-dd}");
            foreach (var number in (string[])["plays", "tracks", "artists"]) Assert.Equal(alone.GetProperty(number).GetInt64(), month.GetProperty(number).GetInt64());
        }
    }

    [Fact]
    public async Task Like_ComesAndGoes_WithItsNote()
    {
        var id = await FirstTrackAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await api.Program.PutAsJsonAsync($"/api/v1/likes/{id}", new { notes = "the one from the boat" }, Stop)).StatusCode);
        Assert.Equal((true, "the one from the boat"), await LikedAsync(id));
        Assert.Equal(HttpStatusCode.NoContent, (await api.Program.PutAsync($"/api/v1/likes/{id}", null, Stop)).StatusCode);
        Assert.Equal((true, "the one from the boat"), await LikedAsync(id));
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Program.PutAsJsonAsync($"/api/v1/likes/{id}", new { notes = new string('x', 1_001) }, Stop)).StatusCode);
        using var broken = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Program.PutAsync($"/api/v1/likes/{id}", broken, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Program.DeleteAsync($"/api/v1/likes/{id}", Stop)).StatusCode);
        Assert.Equal((false, null), await LikedAsync(id));
    }

    [Fact]
    public async Task Tracks_OfAnotherLibrary_AreNotThere()
    {
        using var stranger = await api.AddProgramAsync("stranger", "UTC");
        var id = await FirstTrackAsync();

        foreach (var path in (string[])[$"tracks/{id}", $"tracks/{id}/similar"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/api/v1/" + path, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PutAsync($"/api/v1/likes/{id}", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"/api/v1/likes/{id}", Stop)).StatusCode);
        Assert.Equal("""{"items":[],"total":0}""", await stranger.GetStringAsync("/api/v1/search?q=lanterns", Stop));
        Assert.Equal("""{"items":[],"total":0}""", await stranger.GetStringAsync("/api/v1/gems", Stop));
        Assert.Equal("""{"items":[],"total":0}""", await stranger.GetStringAsync("/api/v1/gems?source=snapshots", Stop));
        Assert.Equal("""{"items":[],"total":0}""", await stranger.GetStringAsync("/api/v1/snapshots", Stop));
        Assert.Equal("""{"months":[]}""", await stranger.GetStringAsync("/api/v1/evolution", Stop));
        Assert.All((await stranger.GetFromJsonAsync<JsonElement>("/api/v1/moods", Stop)).GetProperty("quadrants").EnumerateArray(), quadrant => Assert.Equal(0, quadrant.GetProperty("tracks").GetInt32()));
    }

    [Theory]
    [InlineData("gems?minPlays=0", "These days make no sense: lovedFromDays is 2 to 36500 and more than lovedToDays, silentDays is 1 to 36500, and minPlays at least 1.")]
    [InlineData("gems?source=dreams", "The parameter source cannot be \"dreams\": it is plays or snapshots.")]
    [InlineData("snapshots?limit=0", "The parameter limit is 0: it must be 1 to 200.")]
    [InlineData("snapshots/yesterday/short_term", "The day cannot be \"yesterday\": it is a day such as 2020-12-31.")]
    [InlineData("snapshots/2020-12-31/short-term", "The range cannot be \"short-term\": it is short_term, medium_term or long_term.")]
    [InlineData("snapshots/2020-12-31/short_term?kind=albums", "The parameter kind cannot be \"albums\": it is tracks or artists.")]
    [InlineData("tracks/1/similar?limit=101", "The parameter limit is 101: it must be 1 to 100.")]
    [InlineData("moods?from=x", "The parameter from cannot be \"x\": it is a day such as 2020-12-31.")]
    public async Task Nonsense_IsAnsweredWithASentence(string path, string sentence)
    {
        using var answer = await api.Program.GetAsync("/api/v1/" + path, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(sentence, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString());
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<long> FirstTrackAsync() => (await GetAsync("top/tracks?limit=1")).GetProperty("items")[0].GetProperty("id").GetInt64();

    private async Task<(bool, string?)> LikedAsync(long id)
    {
        var track = await GetAsync($"tracks/{id}");
        return (track.GetProperty("liked").GetBoolean(), track.GetProperty("notes").GetString());
    }

    private static string Count(JsonElement of, string property) => $"{of.GetProperty(property).GetInt64():N0}";

    private static string Count(JsonElement of, string property, string noun) =>
        of.GetProperty(property).GetInt64() is var count && count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";

    private static IEnumerable<string> Texts(IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(element => element.TextContent.Trim());

    private Task<JsonElement> GetAsync(string path) => api.Program.GetFromJsonAsync<JsonElement>("/api/v1/" + path, Stop);
}
