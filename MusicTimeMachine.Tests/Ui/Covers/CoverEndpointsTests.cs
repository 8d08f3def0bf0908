using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Tests.Ui.Covers;

public sealed class CoverEndpointsTests : IAsyncLifetime
{
    private WebApplication _app = default!;
    private HttpClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.MapCovers();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Cover_ByItsAddress_IsTheDrawingWithStrictHeaders()
    {
        var address = CoverAddress.Of(CoverKind.Album, "Paper Lanterns", "Sable Harbour");

        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", Header(response, "Cache-Control"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", Header(response, "Content-Security-Policy"));
        Assert.Equal(
            CoverArt.Draw(CoverKind.Album, "Paper Lanterns", "Sable Harbour"),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/covers/album/0123456789abcde.svg")]
    [InlineData("/covers/album/0123456789abcdef0.svg")]
    [InlineData("/covers/album/0123456789abcdeg.svg")]
    [InlineData("/covers/album/0123456789abcdef.png")]
    [InlineData("/covers/genre/0123456789abcdef.svg")]
    [InlineData("/covers/1/0123456789abcdef.svg")]
    [InlineData("/covers/album/%3Cscript%3E.svg")]
    public async Task Cover_ByAnAddressThatIsNone_IsNotFound(string address)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));
}
