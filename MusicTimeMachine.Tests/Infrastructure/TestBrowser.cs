using Microsoft.Playwright;
using MusicTimeMachine.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(TestBrowser))]

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>A real Chromium for the whole run, started by the first test that asks for it. Where there is none the test is skipped.</summary>
public sealed class TestBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // It talks to the application under test and to nobody else.
    private static readonly string[] Quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-pings"];

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A window with cookies of its own.</summary>
    /// <param name="address">Where relative addresses lead.</param>
    /// <param name="timeZone">The browser's time zone.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    public async Task<IBrowserContext> OpenAsync(Uri address, string timeZone = "Europe/Zurich", bool javaScript = true)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _browser ??= await LaunchAsync();
        }
        finally
        {
            _gate.Release();
        }

        return await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.AbsoluteUri, TimezoneId = timeZone, JavaScriptEnabled = javaScript, Locale = "en-GB" });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<IBrowser> LaunchAsync()
    {
        var path = Environment.GetEnvironmentVariable("MTM_CHROMIUM") is { Length: > 0 } given ? given : Array.Find(Places, File.Exists);
        Assert.SkipWhen(path is null, "There is no Chromium on this machine. Set MTM_CHROMIUM to where one is.");
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = [.. Quiet, .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>()] });
    }
}
