using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Hosting;

public sealed class HostNamesTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "localhost:5080", true)]
    [InlineData("", "LOCALHOST", true)]
    [InlineData("", "localhost.:5080", true)]
    [InlineData("", "music.localhost:5080", true)]
    [InlineData("", "127.0.0.1:5080", true)]
    [InlineData("", "192.168.1.20", true)]
    [InlineData("", "[::1]:5080", true)]
    [InlineData("", "[2001:db8::1]", true)]
    [InlineData("", "", false)]
    [InlineData("*", "", false)]
    [InlineData("*", ".", false)]
    [InlineData("", "..localhost", false)]
    [InlineData("", "1.2.3.4:99999", false)]
    [InlineData("", "music.example.org", false)]
    [InlineData("", "127.0.0.1.example.org", false)]
    [InlineData("", "localhost.example.org:5080", false)]
    [InlineData("", "evillocalhost", false)]
    [InlineData("", "nas", false)]
    [InlineData("music.example.org", "MUSIC.example.org:443", true)]
    [InlineData("music.example.org", "music.example.org.", true)]
    [InlineData("music.example.org", "192.168.1.20", true)]
    [InlineData("music.example.org", "localhost", true)]
    [InlineData("music.example.org", "example.org", false)]
    [InlineData("music.example.org", "a.music.example.org", false)]
    [InlineData("nas; nas.local, music_app", "nas.local", true)]
    [InlineData("nas; nas.local, music_app", "music_app:8080", true)]
    [InlineData("*.example.org", "a.b.example.org", true)]
    [InlineData("*.example.org", "example.org", false)]
    [InlineData("*.example.org", "evilexample.org", false)]
    [InlineData("münchen.example", "xn--mnchen-3ya.example", true)]
    [InlineData("*", "anything.example", true)]
    public void Allow_EachHost_IsAnsweredWhenItIsAnAddressOrANameOfOurs(string setting, string host, bool allowed)
    {
        List<string> problems = [];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts", setting)]).Build();

        Assert.Equal(allowed, HostNames.Read(configuration, problems).Allow(new HostString(host)));
        Assert.Empty(problems);
    }

    [Fact]
    public void Read_ListInTheFile_IsAsGoodAsOneText()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts:0", "nas"), new("AllowedHosts:1", "music.example.org")]).Build();
        var hosts = HostNames.Read(configuration, []);

        Assert.True(hosts.Allow(new HostString("nas")));
        Assert.True(hosts.Allow(new HostString("music.example.org")));
    }

    [Fact]
    public async Task Request_UnderAForeignName_IsRefusedWithTheWayOut()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using var http = app.CreateClient();

        foreach (var path in (string[])["/welcome", "/", "/app.css", "/_blazor/negotiate", "/no-such-page"])
        {
            var answer = await SendAsync(http, path, "rebound.example:5080");
            Assert.Equal(
                (HttpStatusCode.BadRequest, "Music Time Machine does not answer under the name \"rebound.example\". If this is the name of your server, "
                    + "add it to the setting AllowedHosts, in appsettings.json or as an environment variable, and start again.\n"),
                (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
            Assert.Equal(new MediaTypeHeaderValue("text/plain", "utf-8"), answer.Content.Headers.ContentType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, "/welcome", "localhost")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, "/welcome", "10.1.2.3:5080")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, "/health/live", "app:8080")).StatusCode);
    }

    [Fact]
    public async Task Request_UnderAListedName_IsAnswered()
    {
        await using var app = await TestApp.StartAsync(cluster, ("AllowedHosts", "music.example.org"));
        using var http = app.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, "/welcome", "music.example.org")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, "/welcome", "other.example.org")).StatusCode);
    }

    [Fact]
    public async Task ForwardedHost_FromThisMachine_IsNotBelieved()
    {
        await using var app = await TestApp.StartAsync(cluster, ("AllowedHosts", "music.example.org"));
        using var http = app.CreateClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "music.example.org");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, "/welcome", "rebound.example")).StatusCode);
        var led = await SendAsync(http, "/settings", "localhost:5080");
        Assert.Equal("https://localhost:5080/sign-in?returnUrl=%2Fsettings", led.Headers.Location!.AbsoluteUri);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string path, string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return http.SendAsync(request, Stop);
    }
}
