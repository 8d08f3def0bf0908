using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Spotify;

/// <summary>What the stand-in refuses, as Spotify does: otherwise the other tests would prove little.</summary>
public sealed class StandInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Redirect = "http://127.0.0.1:7000/signin-spotify";
    private const string Verifier = "a verifier that nobody else knows, of forty-three characters and more";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost:5080/signin-spotify")]
    [InlineData("http://192.168.1.2:5080/signin-spotify")]
    [InlineData("http://music.example.org/signin-spotify")]
    public void Redirect_ThatIsNotSecure_CannotBeRegistered(string address) => Assert.Throws<ArgumentException>(() => new FakeApp("id", "secret").Register(address));

    [Theory]
    [InlineData("http://127.0.0.1:7000/signin-spotify", true)]
    [InlineData("http://127.0.0.1/signin-spotify", true)]
    [InlineData("http://127.0.0.1:7000/signin-spotify/", false)]
    [InlineData("http://127.0.0.1:7000/elsewhere", false)]
    [InlineData("http://[::1]:7000/signin-spotify", false)]
    [InlineData("http://localhost:7000/signin-spotify", false)]
    [InlineData("https://music.example.org/signin-spotify", true)]
    [InlineData("https://music.example.org:444/signin-spotify", false)]
    public async Task Authorize_ReturnsToRegisteredAddressesOnly(string address, bool accepted)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        spotify.App.Register("https://music.example.org/signin-spotify");
        using var http = new HttpClient();

        var answer = await http.GetAsync(Authorize(spotify, ("redirect_uri", address)), Stop);

        Assert.Equal(accepted ? 200 : 400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Code_IsWorthTokensOnce_ForWhoCanProveWhoTheyAre()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        Assert.Equal("invalid_grant: code_verifier was incorrect", await ExchangeAsync(await CodeAsync(), Redirect, "another"));
        Assert.Equal("invalid_grant: Invalid redirect URI", await ExchangeAsync(await CodeAsync(), Redirect + "/", Verifier));
        Assert.Equal("invalid_client: Invalid client", await ExchangeAsync(await CodeAsync(), Redirect, Verifier, "wrong"));
        var code = await CodeAsync();
        Assert.Equal("tokens", await ExchangeAsync(code, Redirect, Verifier));
        Assert.Equal("invalid_grant: Invalid authorization code", await ExchangeAsync(code, Redirect, Verifier));
        code = await CodeAsync();
        spotify.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("invalid_grant: Invalid authorization code", await ExchangeAsync(code, Redirect, Verifier));

        async Task<string> CodeAsync()
        {
            var page = new HtmlParser().ParseDocument(await http.GetStringAsync(Authorize(spotify, ("redirect_uri", Redirect)), Stop));
            var fields = page.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
            var answer = await http.PostAsync(new Uri(spotify.Address, "authorize"), new FormUrlEncodedContent([.. fields, new("person", "robin.example"), new("decision", "allow")]), Stop);
            return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"]!;
        }

        async Task<string> ExchangeAsync(string codeGiven, string redirect, string verifier, string? secret = null)
        {
            var answer = await http.PostAsync(new Uri(spotify.Address, "api/token"), new FormUrlEncodedContent(
            [
                new("grant_type", "authorization_code"), new("code", codeGiven), new("redirect_uri", redirect), new("code_verifier", verifier), new("client_id", spotify.App.ClientId),
                .. secret is null ? [] : new KeyValuePair<string, string>[] { new("client_secret", secret) },
            ]), Stop);
            var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
            return answer.IsSuccessStatusCode ? "tokens" : $"{body.GetProperty("error").GetString()}: {body.GetProperty("error_description").GetString()}";
        }
    }

    [Theory]
    [InlineData("tracks?ids=1")]
    [InlineData("recommendations")]
    [InlineData("audio-features/1")]
    [InlineData("playlists/1/tracks")]
    [InlineData("users/robin.example/playlists")]
    public async Task Call_ThatDevelopmentModeMayNotMake_IsForbidden(string path)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", spotify.World.Grants.Access(spotify.App.ClientId, spotify.Robin.Id));

        var answer = await http.GetAsync(new Uri(spotify.Address, "v1/" + path), Stop);

        Assert.Equal((403, """{"error":{"status":403,"message":"Forbidden"}}"""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
    }

    private static Uri Authorize(SpotifyFixture spotify, params (string Key, string Value)[] more)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = spotify.App.ClientId,
            ["response_type"] = "code",
            ["scope"] = "user-top-read",
            ["state"] = "x",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (key, value) in more) query[key] = value;
        return new Uri(QueryHelpers.AddQueryString(new Uri(spotify.Address, "authorize").AbsoluteUri, query));
    }
}
