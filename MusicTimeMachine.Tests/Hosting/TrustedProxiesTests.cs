using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Hosting;

public sealed class TrustedProxiesTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "172.18.0.5", false)]
    [InlineData("172.18.0.0/16", "172.18.0.5", true)]
    [InlineData("172.18.0.0/16", "::ffff:172.18.0.5", true)]
    [InlineData("192.168.1.2; fd00::/8", "fd00::5", true)]
    [InlineData("192.168.1.2; fd00::/8", "192.168.1.2", true)]
    [InlineData("192.168.1.2/24", "192.168.1.77", true)]
    [InlineData("192.168.1.2", "127.0.0.1", true)]
    public async Task ForwardedProto_FromAProxy_MakesCookiesSecureWhenItIsTrusted(string trusted, string proxy, bool secure)
    {
        await using var app = await StartAsync(trusted, proxy);
        using var http = app.CreateClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var cookie = Assert.Single((await http.GetAsync("/welcome", Stop)).Headers.GetValues("Set-Cookie"));

        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ForwardedFor_FromATrustedProxy_GivesEachVisitorALimitOfTheirOwn()
    {
        await using var app = await StartAsync("172.18.0.0/16", "172.18.0.5");

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(app, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, "203.0.113.10"));
        // Through a second trusted proxy; and with what the visitor has put in front, which counts for nothing.
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(app, "203.0.113.9, 172.18.0.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(app, "198.51.100.1, 203.0.113.9, 172.18.0.7"));
    }

    [Fact]
    public async Task ForwardedFor_FromAnybodyElse_ChangesNothing()
    {
        await using var app = await StartAsync("172.18.0.5", "172.18.0.6");

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(app, "203.0.113.10"));
    }

    /// <summary>The application, to which all requests seem to come from one address.</summary>
    private Task<TestApp> StartAsync(string trusted, string proxy) => TestApp.StartAsync(
        cluster, builder => builder.Services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(proxy))),
        ("TrustedProxies", trusted), ("Accounts:SignInsPerMinute", "1"));

    private static async Task<HttpStatusCode> PostAsync(TestApp app, string forwardedFor)
    {
        using var http = app.CreateClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        // Without the form's token: it is refused, and counts.
        return (await http.PostAsync("/sign-in", new FormUrlEncodedContent([new("Credentials.Name", "ada")]), Stop)).StatusCode;
    }

    private sealed class ComesFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = address;
                return following(context);
            });
            next(app);
        };
    }
}
