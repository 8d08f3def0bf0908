using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Api;

public sealed class ApiLimitTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_ThatAsksTooOften_HasToWait_AndNoOther()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Api:RequestsPerMinute", "3"));
        var (userId, _) = await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("busy"), UserRole.Member, Stop);
        using var busy = await ProgramAsync(app, userId!.Value);
        for (var request = 1; request <= 3; request++)
        {
            using var good = await busy.GetAsync("/api/v1/summary", Stop);
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        }

        using var refused = await busy.GetAsync("/api/v1/summary", Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("Too many requests.", (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("title").GetString());
        foreach (var spelling in (string[])["bearer", "BEARER", "Bearer ", "Bearer  "])
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/summary");
            again.Headers.TryAddWithoutValidation("Authorization", $"{spelling} {busy.DefaultRequestHeaders.Authorization!.Parameter}");
            using var respelled = await busy.SendAsync(again, Stop);
            Assert.Equal(HttpStatusCode.TooManyRequests, respelled.StatusCode);
        }

        using var other = await ProgramAsync(app, userId.Value);
        using var answer = await other.GetAsync("/api/v1/summary", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpClient> ProgramAsync(TestApp app, Guid userId)
    {
        var (token, _) = await app.Services.GetRequiredService<ApiTokens>().CreateAsync(userId, "tests", Stop);
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
