using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>What browser tests do with pages again and again.</summary>
public static class BrowserPages
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("wide", 1280, 800), ("phone", 390, 844)];

    // What is the same in both themes is looked at once.
    private static readonly AxeRunOptions Everything = new();
    private static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    // A colour on its way to another would be measured half-way. An animation may also never end.
    private const string Settled =
        "() => Promise.race([new Promise(later => setTimeout(later, 1000)), Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => { })))]).then(() => { })";

    /// <summary>Waits until the circuit answers: what is clicked before is lost.</summary>
    public static Task InteractiveAsync(this IPage page) => Expect(page.Locator(".shell[data-interactive]")).ToBeAttachedAsync(new() { Timeout = 30_000 });

    /// <summary>Fills in the sign-in and sends it.</summary>
    public static async Task SignInAsync(this IPage page, string name, string password)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>What scripts and the content security policy complain about from now on.</summary>
    public static IReadOnlyList<string> Problems(this IPage page)
    {
        List<string> problems = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) problems.Add(message.Text);
        };
        page.PageError += (_, error) => problems.Add(error);
        return problems;
    }

    /// <summary>Drops files as a person does who drags them from a folder.</summary>
    public static async Task DropAsync(this IPage page, ILocator target, params (string Name, byte[] Content)[] files)
    {
        var transfer = await page.EvaluateHandleAsync(
            """
            files => {
              const transfer = new DataTransfer();
              for (const file of files) transfer.items.add(new File([Uint8Array.from(atob(file.content), c => c.charCodeAt(0))], file.name));
              return transfer;
            }
            """, files.Select(file => new { name = file.Name, content = Convert.ToBase64String(file.Content) }));
        await target.DispatchEventAsync("dragenter", new { dataTransfer = transfer });
        await target.DispatchEventAsync("drop", new { dataTransfer = transfer });
    }

    /// <summary>
    /// Holds the page against the rules of accessibility, light and dark, wide and on a phone, and leaves pictures in the
    /// folder that the environment variable SCREENSHOTS names.
    /// </summary>
    public static async Task ShowAsync(this IPage page, string name)
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS");
        List<string> violations = [];
        await page.BringToFrontAsync(); // Behind another page nothing moves, not even from one colour to the other.
        foreach (var (size, width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                var theme = scheme.ToString().ToLowerInvariant();
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.EvaluateAsync(Settled);
                if (!string.IsNullOrEmpty(folder)) await page.PictureAsync(Path.Combine(folder, $"{name}-{size}-{theme}.png"));
                violations.AddRange((await page.RunAxe(scheme == ColorScheme.Light ? Everything : Colours)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{size}, {theme}: {violation.Id}: {node.Html}")));
                var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0) violations.Add($"{size}, {theme}: {overflow} px wider than the window");
            }
        }

        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    private static async Task PictureAsync(this IPage page, string path)
    {
        // Of a list that is millions of pixels high there is no picture.
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await page.ScreenshotAsync(new() { Path = path, FullPage = height < 16_000, Animations = ScreenshotAnimations.Disabled });
    }
}
