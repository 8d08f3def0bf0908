using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class UploadTests(UploadApp app) : IClassFixture<UploadApp>
{
    private static readonly DateTimeOffset Evening = new(2024, 6, 1, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_SeveralFiles_BeginsTheImportUnderTheirNames()
    {
        using var browser = await app.SignInAsync();
        var json = await Reading.JsonAsync(new ExtendedRow(Evening));
        using var form = Form(("Streaming_History_Audio_2024_1.json", json), ("../../etc/my\u0007data.zip", new SpotifyExportBuilder().Audio("2024_2", new ExtendedRow(Evening.AddDays(1))).Zip()), ("C:\\Users\\me\\leer.json", []));

        var answer = await PostAsync(browser, form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var importId = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
        var import = await UntilEndedAsync(importId);
        Assert.Equal((ImportStatus.Completed, 3L, 2L, 1L), (import.Status, import.Rows, import.Added, import.Errors));
        Assert.Equal(["Streaming_History_Audio_2024_1.json", "my\uFFFDdata.zip", "leer.json"], import.Names);
        Assert.Equal(["0", "1", "2"], import.Paths.Select(Path.GetFileName));
        Assert.All(import.Paths, path => Assert.Equal(app.Uploads, Path.GetDirectoryName(Path.GetDirectoryName(path))));
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_TooBig_IsRefusedWithASentence()
    {
        using var browser = await app.SignInAsync();
        using var form = Form(("a.zip", new byte[600_000]), ("b.zip", new byte[600_000]));

        await AssertRefusedAsync(await PostAsync(browser, form), HttpStatusCode.RequestEntityTooLarge, "That is more than 1.0 MB, the most that this server takes at once. Upload the files one after the other, or have the setting Imports:MaxUploadBytes raised.");
        await NothingLeftAsync();
    }

    [Theory]
    [InlineData(3_000_000, true)]
    [InlineData(3_000_000, false)]
    public async Task Upload_FarTooBig_IsRefusedWhetherItSaysSoOrNot(int bytes, bool saysSo)
    {
        using var browser = await app.SignInAsync();
        using var form = Form(("a.zip", new byte[bytes]));
        using HttpContent content = saysSo ? form : Chunked(form);

        await AssertRefusedAsync(await PostAsync(browser, content), HttpStatusCode.RequestEntityTooLarge, "That is more than 1.0 MB, ");
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_WithoutFiles_IsRefused()
    {
        using var browser = await app.SignInAsync();
        using var empty = new MultipartFormDataContent { { new StringContent("a field"), "note" } };
        await AssertRefusedAsync(await PostAsync(browser, empty), HttpStatusCode.BadRequest, "No file arrived. ");
        using var json = JsonContent.Create(new { file = "a" });
        await AssertRefusedAsync(await PostAsync(browser, json), HttpStatusCode.BadRequest, "No file arrived. ");
        using var nothing = Form(("mine.zip", []));
        await AssertRefusedAsync(await PostAsync(browser, nothing), HttpStatusCode.BadRequest, "mine.zip is empty. Download or copy it again.");
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_BrokenOff_IsRefusedAndRemoved()
    {
        using var browser = await app.SignInAsync();
        using var cut = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.zip\"\r\n\r\nhalf of"u8.ToArray());
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        await AssertRefusedAsync(await PostAsync(browser, cut), HttpStatusCode.BadRequest, "The upload broke off on the way.");
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_WithAnOverlongName_IsRefusedAsSuch()
    {
        using var browser = await app.SignInAsync();
        using var form = Form(("a.zip", [1]), ($"{new string('a', 20_000)}.zip", [1]));

        await AssertRefusedAsync(await PostAsync(browser, form), HttpStatusCode.BadRequest, "The name of a file is too long. Nothing was imported; give it a shorter name and upload again.");
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_ThatIsNoForm_IsRefusedAsSuch()
    {
        using var browser = await app.SignInAsync();
        using var malformed = new ByteArrayContent("--x\r\nno header\r\n\r\nhalf of\r\n--x--\r\n"u8.ToArray());
        malformed.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        await AssertRefusedAsync(await PostAsync(browser, malformed), HttpStatusCode.BadRequest, "The form that came cannot be read. Nothing was imported;");
        await NothingLeftAsync();
    }

    [Theory]
    [InlineData("a", 247, 247)]
    [InlineData("a", 4_000, 247)]
    [InlineData("🎵", 1_500, 123)]
    public async Task Upload_WithALongName_IsTakenUnderItsEnd(string sign, int times, int kept)
    {
        using var browser = await app.SignInAsync();
        var signs = string.Concat(Enumerable.Repeat(sign, times));
        using var form = Form(($"{signs}end.json", await Reading.JsonAsync(new ExtendedRow(Evening))));

        var answer = await PostAsync(browser, form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var import = await UntilEndedAsync((await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64());
        Assert.Equal((1L, $"{signs[..(kept * sign.Length)]}end.json"), (import.Added, Assert.Single(import.Names)));
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_GivenUpByTheBrowser_IsRemoved()
    {
        using var browser = await app.SignInAsync();
        var token = await browser.TokenAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var endless = new PushContent(async stream =>
        {
            await stream.WriteAsync("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.zip\"\r\n\r\nhalf of"u8.ToArray(), leaving.Token);
            await stream.FlushAsync(leaving.Token);
            while (Directory.GetFiles(app.Uploads, "*", SearchOption.AllDirectories).Length == 0) await Task.Delay(10, leaving.Token);
            await leaving.CancelAsync();
            await Task.Delay(Timeout.Infinite, leaving.Token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync(browser, endless, token, leaving.Token));
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_WithoutTheToken_IsRefused()
    {
        using var browser = await app.SignInAsync();
        using var form = Form(("a.zip", [1]));
        await AssertRefusedAsync(await PostAsync(browser, form, token: null, Stop), HttpStatusCode.BadRequest, "The page that this upload came from is out of date.");
        using var forged = Form(("a.zip", [1]));
        await AssertRefusedAsync(await PostAsync(browser, forged, token: "forged", Stop), HttpStatusCode.BadRequest, "The page that this upload came from is out of date.");
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Upload_ByNobody_AndByTheDemo_IsClosed()
    {
        using var nobody = app.Open();
        using var form = Form(("a.zip", [1]));
        var answer = await PostAsync(nobody, form, token: "none", Stop);
        Assert.Equal("/sign-in", new Uri(app.App.Address, answer.Headers.Location!).AbsolutePath);
        using var script = Form(("a.zip", [1]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(nobody, script, token: "none", Stop, fromScript: true)).StatusCode);

        using var demo = app.Open();
        await demo.Forms.SendAsync("/sign-in", "/account/look-around");
        var token = await demo.TokenAsync("/denied");
        using var fromDemo = Form(("a.zip", [1]));
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(demo, fromDemo, token, Stop, fromScript: true)).StatusCode);
        Assert.Equal("/denied", new Uri(app.App.Address, (await demo.Forms.Http.GetAsync("/imports", Stop)).Headers.Location!).AbsolutePath);
        await NothingLeftAsync();
    }

    [Fact]
    public async Task Page_OfAnothersImport_IsNotFound()
    {
        using var mine = await app.SignInAsync();
        using var form = Form(("Streaming_History_Audio_2024_1.json", await Reading.JsonAsync(new ExtendedRow(Evening))));
        var importId = (await (await PostAsync(mine, form)).Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
        await UntilEndedAsync(importId);
        using var yours = await app.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, (await mine.Forms.Http.GetAsync($"/imports/{importId}", Stop)).StatusCode);
        var answer = await yours.Forms.Http.GetAsync($"/imports/{importId}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Streaming_History", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_OfAFullDisk_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);

        var exception = await Assert.ThrowsAsync<IOException>(() => full.WriteAsync(new byte[] { 1 }, Stop).AsTask());

        Assert.Equal(UploadRefusal.DiskFull, UploadRefusal.Of(exception));
        Assert.Equal(500, UploadRefusal.Of(new UnauthorizedAccessException()).Status);
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name.Replace("\u0007", "", StringComparison.Ordinal)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            form.Add(file);
        }

        return form;
    }

    private static PushContent Chunked(HttpContent content)
    {
        var pushed = new PushContent(stream => content.CopyToAsync(stream, Stop));
        pushed.Headers.ContentType = content.Headers.ContentType;
        return pushed;
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor browser, HttpContent content) => await PostAsync(browser, content, await browser.TokenAsync(), Stop);

    private static async Task<HttpResponseMessage> PostAsync(Visitor browser, HttpContent content, string? token, CancellationToken cancellationToken, bool fromScript = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/upload") { Content = content };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        if (fromScript) request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        return await browser.Forms.Http.SendAsync(request, cancellationToken);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string sentence)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.StartsWith(sentence, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<Import> UntilEndedAsync(long importId)
    {
        while (true)
        {
            await using var context = await app.App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
            var import = await context.Imports.SingleAsync(import => import.Id == importId, Stop);
            if (import.Status is ImportStatus.Completed or ImportStatus.Failed) return import;
            await Task.Delay(20, Stop);
        }
    }

    /// <summary>The server may still be tidying up when the answer is here.</summary>
    private async Task NothingLeftAsync()
    {
        for (var n = 0; n < 250 && Directory.GetDirectories(app.Uploads).Length > 0; n++) await Task.Delay(20, Stop);
        Assert.Empty(Directory.GetDirectories(app.Uploads));
    }
}
