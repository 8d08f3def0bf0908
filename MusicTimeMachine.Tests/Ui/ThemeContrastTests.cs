using System.Globalization;
using System.Text.RegularExpressions;

namespace MusicTimeMachine.Tests.Ui;

/// <summary>Reads the colours out of theme.css and holds what carries text to WCAG 2.2 AA: 4.5 to 1, and 3 to 1 for edges of controls.</summary>
public sealed partial class ThemeContrastTests
{
    private static readonly Dictionary<string, (string Light, string Dark)> Colours = ReadColours();

    public static TheoryData<string, string, double> Pairs { get; } = Build();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Theme_EveryPairThatCarriesText_HasEnoughContrast(string ink, string ground, double least)
    {
        var light = Contrast(Colours[ink].Light, Colours[ground].Light);
        var dark = Contrast(Colours[ink].Dark, Colours[ground].Dark);

        Assert.True(light >= least, $"--{ink} on --{ground} in the light theme: {light:0.00}");
        Assert.True(dark >= least, $"--{ink} on --{ground} in the dark theme: {dark:0.00}");
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#00ff00", 2.91)]
    public void Contrast_OfKnownPairs_IsWhatTheStandardSays(string one, string other, double expected) =>
        Assert.Equal(expected, Contrast(one, other), 2);

    private static TheoryData<string, string, double> Build()
    {
        var pairs = new TheoryData<string, string, double>();
        foreach (var ground in (string[])["page", "surface", "surface-2", "page-glow"])
        {
            foreach (var ink in (string[])["ink", "ink-2", "accent"])
                pairs.Add(ink, ground, 4.5);
        }

        foreach (var ground in (string[])["page", "surface", "surface-2"])
            pairs.Add("ink-3", ground, 4.5);
        foreach (var state in (string[])["good", "warn", "bad", "info", "accent"])
        {
            pairs.Add(state, state + "-soft", 4.5);
            pairs.Add(state, "surface", 4.5);
            pairs.Add("ink", state + "-soft", 4.5);
        }

        pairs.Add("ink-2", "surface-3", 4.5);
        pairs.Add("on-accent", "accent", 4.5);
        pairs.Add("on-accent", "accent-strong", 4.5);
        pairs.Add("accent-strong", "surface", 4.5);
        pairs.Add("page", "ink", 4.5);
        pairs.Add("line-strong", "surface", 3);
        for (var series = 1; series <= 9; series++) pairs.Add($"series-{series}", "surface", 3);
        pairs.Add("line-strong", "page", 3);
        return pairs;
    }

    private static Dictionary<string, (string Light, string Dark)> ReadColours()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MusicTimeMachine.sln")))
            folder = folder.Parent!;
        var css = File.ReadAllText(Path.Combine(folder.FullName, "MusicTimeMachine", "wwwroot", "theme.css"));
        return ColourPair().Matches(css).ToDictionary(match => match.Groups["name"].Value, match => (match.Groups["light"].Value, match.Groups["dark"].Value));
    }

    /// <summary>The formula of https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var part = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    /// <summary>As in <c>--ink: light-dark(#221a2e, #f5f0f7);</c>.</summary>
    [GeneratedRegex(@"--(?<name>[\w-]+):\s*light-dark\((?<light>#[0-9a-f]{6}),\s*(?<dark>#[0-9a-f]{6})\);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColourPair();
}
