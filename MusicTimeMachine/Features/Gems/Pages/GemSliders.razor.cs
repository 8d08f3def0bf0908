using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Gems.Pages;

/// <summary>The windows and the threshold as sliders. What a slider will say shows while it moves; the address changes when it is let go.</summary>
public sealed partial class GemSliders
{
    private static readonly IReadOnlyList<Slider> Sliders =
    [
        new("loved-from", "Loved from", 30, 1825, request => request.LovedFromDays, (request, days) => request with { LovedFromDays = days, LovedToDays = Math.Min(request.LovedToDays, days - 1) },
            request => Format.Count(request.LovedFromDays, "day") + " ago"),
        new("loved-to", "Loved until", 0, 730, request => request.LovedToDays, (request, days) => request with { LovedToDays = days, LovedFromDays = Math.Max(request.LovedFromDays, days + 1) },
            request => Format.Count(request.LovedToDays, "day") + " ago"),
        new("silent", "Silent for", 1, 365, request => request.SilentDays, (request, days) => request with { SilentDays = days },
            request => Format.Count(request.SilentDays, "day")),
        new("plays", "Played at least", 1, 50, request => request.MinPlays, (request, plays) => request with { MinPlays = plays },
            request => Format.Count(request.MinPlays, "time")) { OfPlaysAlone = true },
    ];

    private GemsRequest _shown = new();

    /// <summary>What the address asks for.</summary>
    [Parameter, EditorRequired]
    public GemsRequest Request { get; set; } = new();

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The address that asks for something; what is usual is left out of it.</summary>
    public static string Link(NavigationManager navigation, GemsRequest request)
    {
        var usual = new GemsRequest();
        return navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["lovedFromDays"] = Unusual(request.LovedFromDays, usual.LovedFromDays),
            ["lovedToDays"] = Unusual(request.LovedToDays, usual.LovedToDays),
            ["silentDays"] = Unusual(request.SilentDays, usual.SilentDays),
            ["minPlays"] = Unusual(request.MinPlays, usual.MinPlays),
            ["source"] = request.Source == usual.Source ? null : "snapshots",
            ["limit"] = Unusual(request.Limit, usual.Limit),
        });

        static int? Unusual(int number, int usual) => number == usual ? null : number;
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _shown = Request;

    private void Look(Slider slider, ChangeEventArgs change) => _shown = Changed(slider, change);

    // Each press of a key is a choice: going back leads out of the page, not through all of them.
    private void Choose(Slider slider, ChangeEventArgs change) => Navigation.NavigateTo(Link(Navigation, Changed(slider, change)), replace: true);

    private GemsRequest Changed(Slider slider, ChangeEventArgs change) =>
        int.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? slider.Set(Request, number).Bounded() : Request;

    private sealed record Slider(
        string Id, string Label, int Least, int Most, Func<GemsRequest, int> Read, Func<GemsRequest, int, GemsRequest> Set, Func<GemsRequest, string> Write)
    {
        public bool OfPlaysAlone { get; init; }

        public bool IsFor(GemSource source) => !OfPlaysAlone || source == GemSource.Plays;
    }
}
