using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class EndpointsTests(AccountsApp accounts) : IClassFixture<AccountsApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints => accounts.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    [Fact]
    public void Anonymous_Endpoints_AreTheseAlone() => Assert.Equal(
        [
            "/account/look-around", "/account/sign-out", "/account/spotify", "/covers/{kind:regex(^(album|artist|track)$)}/{seed:regex(^[0-9a-f]{{16}}$)}.svg", "/error", "/health/live", "/health/ready", "/invitation/{secret}", "/not-found", "/openapi/{documentName}.json", "/register", "/sign-in", "/welcome",
        ],
        Endpoints.Where(IsOpen).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Others_WithoutASession_AreClosed()
    {
        var closed = Endpoints.Where(endpoint => !IsOpen(endpoint)).ToList();
        Assert.Contains(closed, endpoint => endpoint.RoutePattern.RawText == "/settings");
        using var http = accounts.App.CreateClient();
        foreach (var endpoint in closed)
        {
            var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "1"))));
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                var answer = await http.SendAsync(request, Stop);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.Unauthorized || (answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.AbsolutePath == "/sign-in"),
                    $"{method} {path} answers {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_IsRefused()
    {
        await accounts.AddAsync("forged");
        using var browser = await accounts.SignInAsync("forged");
        (string Path, string Handler)[] posts =
        [
            ("/account/sign-out", ""), ("/account/look-around", ""), ("/account/spotify", ""), ("/sign-in", "sign-in"), ("/register", "register"), ("/welcome", "administrator"),
            ("/invitation/x", "invitation"), ("/settings/password", "password"),
        ];

        foreach (var (path, handler) in posts)
        {
            var answer = await browser.Http.PostAsync(path, new FormUrlEncodedContent(
            [
                new("_handler", handler), new("Form.Current", AccountsFixture.Password), new("Form.Password", "another four words"), new("Form.Repeated", "another four words"),
            ]), Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} answers {(int)answer.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/settings", Stop)).StatusCode);
        Assert.NotNull((await accounts.App.Services.GetRequiredService<PasswordCheck>().CheckAsync("forged", AccountsFixture.Password, Stop)).UserId);
    }

    [Fact]
    public async Task Pages_OfBlazor_CarryTheWholeContentSecurityPolicy()
    {
        using var http = accounts.App.CreateClient();

        var policy = Assert.Single((await http.GetAsync("/sign-in", Stop)).Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://accounts.spotify.com; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
