using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MusicTimeMachine.Tests.Features.Api;

/// <summary>What holds for every endpoint of the API.</summary>
public sealed class ApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer mtm_nothing")]
    [InlineData("Bearer ")]
    [InlineData("Basic bXRtOm10bQ==")]
    public async Task Request_WithoutAGoodToken_IsTurnedAway(string? authorization)
    {
        using var client = api.App.CreateClient();
        if (authorization is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        foreach (var path in (string[])["/api/v1/summary", "/api/v1/imports/1", "/api/v1/nothing", "/api"])
        {
            using var answer = await client.GetAsync(path, Stop);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.Single().Scheme));
            Assert.Equal("A token is needed.", (await ProblemAsync(answer)).GetProperty("title").GetString());
        }
    }

    [Theory]
    [InlineData("summary?from=yesterday", 400, "The parameter from cannot be \"yesterday\": it is a day such as 2020-12-31.")]
    [InlineData("summary?to=2020-02-30", 400, "The parameter to cannot be \"2020-02-30\": it is a day such as 2020-12-31.")]
    [InlineData("summary?from=01/02/2020", 400, "The parameter from cannot be \"01/02/2020\": it is a day such as 2020-12-31.")]
    [InlineData("summary?from=2020-02-02&to=2020-02-01", 400, "The day \"from\" lies after the day \"to\".")]
    [InlineData("top/tracks?limit=0", 400, "The parameter limit is 0: it must be 1 to 200.")]
    [InlineData("top/artists?limit=201", 400, "The parameter limit is 201: it must be 1 to 200.")]
    [InlineData("top/albums?offset=-1", 400, "The parameter offset is -1: it must be 0 or more.")]
    [InlineData("top/genres?limit=many", 400, "The parameter limit cannot be \"many\": it is a whole number.")]
    [InlineData("top/genres?limit=99999999999", 400, "The parameter limit cannot be \"99999999999\": it is a whole number.")]
    [InlineData("top/tracks?order=loudness", 400, "The parameter order cannot be \"loudness\": it is plays or time.")]
    [InlineData("plays?before=then", 400, "The parameter before cannot be \"then\": it is a time such as 2020-12-31T23:59:59Z, or the \"next\" of the page before.")]
    [InlineData("plays?before=2020-12-31T23:59:59Z~x", 400, "The parameter before cannot be \"2020-12-31T23:59:59Z~x\": it is a time such as 2020-12-31T23:59:59Z, or the \"next\" of the page before.")]
    [InlineData("imports/999999", 404, "There is no import 999999.")]
    [InlineData("imports/x", 400, "The parameter id cannot be \"x\": it is a whole number.")]
    [InlineData("nothing/here", 404, "There is no GET /api/v1/nothing/here. The document /openapi/v1.json lists what there is.")]
    public async Task Nonsense_IsAnsweredWithASentence(string path, int status, string sentence)
    {
        using var answer = await api.Program.GetAsync("/api/v1/" + path, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(sentence, (await ProblemAsync(answer)).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("POST", "summary", "GET")]
    [InlineData("HEAD", "top/tracks", "GET")]
    [InlineData("PATCH", "likes/1", "DELETE, PUT")]
    [InlineData("DELETE", "imports", "GET, POST")]
    public async Task Method_ThatIsNotKnown_IsToldWhichAre(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + path);
        using var answer = await api.Program.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task Far_Offsets_AreEmptyPages()
    {
        var answer = await api.Program.GetFromJsonAsync<JsonElement>("/api/v1/top/tracks?offset=2147483647&from=0001-01-01&to=9999-12-31", Stop);
        Assert.Empty(answer.GetProperty("items").EnumerateArray());
        Assert.True(answer.GetProperty("total").GetInt32() > 100);
    }

    [Fact]
    public async Task Imports_OfSomebodyElse_AreNotFound()
    {
        var own = (await api.Program.GetFromJsonAsync<JsonElement>("/api/v1/imports", Stop)).GetProperty("items").EnumerateArray().Single();
        var id = own.GetProperty("id").GetInt64();

        Assert.Equal(own.ToString(), (await api.Program.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{id}", Stop)).ToString());
        Assert.Equal((api.Rows.Count, "completed"), (own.GetProperty("rows").GetInt32(), own.GetProperty("status").GetString()));
        using var answer = await api.OtherProgram.GetAsync($"/api/v1/imports/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Import_WithoutAFile_IsRefused()
    {
        using var empty = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        using var answer = await api.Program.PostAsync("/api/v1/imports", empty, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("No file arrived.", (await ProblemAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_DescribesEveryEndpoint()
    {
        using var anybody = api.App.CreateClient();
        var document = await anybody.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);

        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var mapped = api.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"));
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.All(document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), method => Assert.NotEmpty(method.Value.GetProperty("summary").GetString()!));
        Assert.Equal(
            ["from", "to", "limit", "offset", "order"],
            document.GetProperty("paths").GetProperty("/api/v1/top/tracks").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            method => Assert.Empty(new[] { "400", "401", "429" }.Except(method.Value.GetProperty("responses").EnumerateObject().Select(response => response.Name))));
        var limit = document.GetProperty("paths").GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "limit").GetProperty("schema");
        Assert.Equal((1, 200), (limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32()));
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
