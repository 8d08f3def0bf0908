using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Features.Playlists;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Api;

/// <summary>
/// Walks every page and every endpoint of the API as somebody who shares a server, and much of their taste, with another: of
/// what the other alone has heard nothing is seen, and no id of theirs leads anywhere. A page that is new is walked too.
/// </summary>
public sealed class ForeignLibraryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    /// <summary>Pages that take something else than the number of somebody's own thing.</summary>
    private static readonly string[] WithoutIds = ["/invitation/{secret}"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints => api.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<RouteEndpoint> Pages => Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);

    private IEnumerable<RouteEndpoint> Answers => Endpoints.Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal));

    [Fact]
    public async Task Pages_OfOnePerson_NameNothingOfAnother()
    {
        var (own, foreign) = await TitlesAsync();
        await LikeEverythingAsync();
        using var browser = await SignInAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] paths =
        [
            .. Pages.Where(page => page.RoutePattern.Parameters.Count == 0).Select(page => "/" + page.RoutePattern.RawText!.TrimStart('/')).Where(path => path is not "/error"),
            "/?period=all", "/time-machine?from=2015-01-01&to=2026-01-01", "/moods?period=all", "/gems?lovedFromDays=4000&minPlays=1&limit=200", "/gems?source=snapshots&lovedFromDays=4000&limit=200",
            "/snapshots?date=2025-06-02&range=long_term", "/snapshots?range=short_term&over=all&lines=1-2-3-4-5-6-7-8-9", "/evolution?period=all",
            .. foreign.Take(5).Select(title => $"/search?q={Uri.EscapeDataString(title)}"),
        ];
        Assert.Contains("/history", paths);

        foreach (var path in paths)
        {
            using var answer = await browser.Http.GetAsync(path, Stop);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            foreach (var title in own.Where(title => text.Contains($">{title}<", StringComparison.Ordinal))) seen.Add(title);
            // What was searched for stands in the box.
            var asked = path.StartsWith("/search?q=", StringComparison.Ordinal) ? Uri.UnescapeDataString(path["/search?q=".Length..]) : null;
            // Artists are called much the same: a title stands alone in its element.
            Assert.Equal([], foreign.Where(title => title != asked && text.Contains($">{title}<", StringComparison.Ordinal)).Select(title => $"{title} on {path}"));
        }

        Assert.True(seen.Count > 20, "The pages show what is the person's own, or this would prove nothing.");
    }

    [Fact]
    public async Task Pages_WithAForeignId_AreNotFound()
    {
        using var browser = await SignInAsync();
        var pages = Pages.Where(page => page.RoutePattern.Parameters.Count > 0 && !WithoutIds.Contains("/" + page.RoutePattern.RawText!.TrimStart('/'))).ToList();
        Assert.True(pages.Count >= 4);
        foreach (var page in pages)
        {
            using var answer = await browser.Http.GetAsync(await PathAsync(page), Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{page.RoutePattern.RawText} answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Api_ForOnePerson_TellsNothingOfAnother()
    {
        var (_, foreign) = await TitlesAsync();
        foreach (var endpoint in Answers)
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                if (endpoint.RoutePattern.Parameters.Count == 0 && method != "GET") continue; // It makes something new.
                using var request = new HttpRequestMessage(new HttpMethod(method), await PathAsync(endpoint));
                using var answer = await api.OtherProgram.SendAsync(request, Stop);
                Assert.True(
                    answer.StatusCode == (endpoint.RoutePattern.Parameters.Count == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound),
                    $"{method} {endpoint.RoutePattern.RawText} answers {(int)answer.StatusCode}");
                var text = await answer.Content.ReadAsStringAsync(Stop);
                Assert.DoesNotContain(foreign, title => text.Contains($"\"{title}\"", StringComparison.Ordinal));
            }
        }

        foreach (var title in foreign.Take(10))
        {
            var found = await api.OtherProgram.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString('"' + title + '"')}", Stop);
            Assert.DoesNotContain(found.GetProperty("items").EnumerateArray(), item => item.GetProperty("name").GetString() == title);
        }
    }

    /// <summary>The endpoint's address with something of the first person in it, that the other has not.</summary>
    /// <summary>Everybody likes all that they have heard.</summary>
    private async Task LikeEverythingAsync()
    {
        await using var context = await api.App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        await context.Database.ExecuteSqlAsync($"insert into liked_tracks (user_id, track_id, liked_at) select user_id, track_id, now() from user_tracks on conflict do nothing", Stop);
    }

    private async Task<string> PathAsync(RouteEndpoint endpoint)
    {
        if (endpoint.RoutePattern.Parameters.Count == 0) return "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var kind = endpoint.RoutePattern.PathSegments.SelectMany(segment => segment.Parts).OfType<RoutePatternLiteralPart>().First(part => part.Content is not ("api" or "v1")).Content;
        object id = kind switch
        {
            "tracks" or "likes" => await ForeignIdAsync("tracks"),
            "artists" or "albums" => await ForeignIdAsync(kind),
            "snapshots" => "2025-06-01", // a day of which the other has none
            "playlists" => await ForeignPlaylistAsync(),
            "imports" => (await api.Program.GetFromJsonAsync<JsonElement>("/api/v1/imports", Stop)).GetProperty("items")[0].GetProperty("id").GetInt64(),
            _ => throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} is new: say here what an id of somebody else is for it."),
        };
        return "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : part is RoutePatternParameterPart { Name: "range" } ? "long_term" : part is RoutePatternParameterPart { Name: "number" } ? "1" : $"{id}"))));
    }

    private async Task<long> ForeignPlaylistAsync()
    {
        await using var context = await api.App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        var user = await context.Users.SingleAsync(user => user.Name == "listener", Stop);
        return await InventedPlaylists.AddAsync(context, user.Id, "Theirs", [await ForeignIdAsync("tracks")]);
    }

    private async Task<long> ForeignIdAsync(string kind)
    {
        var own = await IdsAsync(api.OtherProgram, kind);
        return (await IdsAsync(api.Program, kind)).First(id => !own.Contains(id));
    }

    private static async Task<List<long>> IdsAsync(HttpClient program, string kind)
    {
        List<long> ids = [];
        for (var offset = 0; ; offset += 200)
        {
            var page = (await program.GetFromJsonAsync<JsonElement>($"/api/v1/top/{kind}?limit=200&offset={offset}", Stop)).GetProperty("items").EnumerateArray().ToList();
            ids.AddRange(page.Select(item => item.GetProperty("id").GetInt64()));
            if (page.Count < 200) return ids;
        }
    }

    /// <summary>What the one who looks has heard, and what the other alone has.</summary>
    private async Task<(IReadOnlyList<string> Own, IReadOnlyList<string> Foreign)> TitlesAsync()
    {
        var own = InventedListening.Rows(200, seed: 22, tracks: 400).Select(row => row.Track).OfType<string>().Distinct().ToList();
        var foreign = api.Rows.Select(row => row.Track).OfType<string>().Distinct().Except(own).ToList();
        Assert.True(own.Count > 50 && foreign.Count > 100);
        await api.AddFeaturesAsync();
        await api.AddSnapshotsAsync();
        return (own, foreign);
    }

    private async Task<FormClient> SignInAsync()
    {
        var browser = new FormClient(api.App.CreateClient());
        Assert.Equal("/", FormClient.TargetOf(await AccountsApp.SendAsync(browser, "other", AccountsFixture.Password)));
        return browser;
    }
}
