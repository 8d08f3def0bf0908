using System.Net;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class SignInLimitTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_MoreOftenThanAllowed_IsRefusedWithAPage_AndOtherAddressesAreFree()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Accounts:SignInsPerMinute", "3"));
        using var http = app.CreateClient();
        var entry = new FormUrlEncodedContent([new("Credentials.Name", "ada")]);
        // Also what is refused for another reason counts.
        for (var n = 0; n < 3; n++) Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/sign-in", entry, Stop)).StatusCode);

        var refused = await http.PostAsync("/sign-in", entry, Stop);

        Assert.Equal((HttpStatusCode)429, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("Too many attempts", (await FormClient.ReadAsync(refused)).QuerySelector("h1")!.TextContent);
        foreach (var path in (string[])["/welcome", "/register", "/invitation/x", "/account/look-around"])
            Assert.Equal((HttpStatusCode)429, (await http.PostAsync(path, entry, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/welcome", Stop)).StatusCode);
        using var other = app.CreateClient();
        other.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsync("/sign-in", entry, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void Network_Address_IsTheWholeOfWhatOneHas(string address, string network) =>
        Assert.Equal(network, SignInLimit.Network(IPAddress.Parse(address)));
}
