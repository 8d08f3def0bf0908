using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Snapshots.Pages;

/// <summary>What the address asks for. What cannot be read is as if it were not there.</summary>
/// <param name="Request">The request.</param>
/// <param name="Over">The word of its days, one of <see cref="Spans"/>.</param>
public sealed record SnapshotsAddress(SnapshotsRequest Request, string Over)
{
    /// <summary>Over how many days the ranks can be drawn.</summary>
    public static IReadOnlyList<(string Word, string Label, int? Days)> Spans { get; } = [("3m", "3 months", 92), ("12m", "12 months", 366), ("all", "All", null)];

    /// <summary>The ranges, with what Spotify means by them.</summary>
    public static IReadOnlyList<(SpotifyRange Range, string Label, string Meaning)> Ranges { get; } =
    [
        (SpotifyRange.ShortTerm, "4 weeks", "the last four weeks"), (SpotifyRange.MediumTerm, "6 months", "the last six months"), (SpotifyRange.LongTerm, "1 year", "about the last year"),
    ];

    /// <summary>The range that an address without one means, as Spotify has it too.</summary>
    public const SpotifyRange UsualRange = SpotifyRange.MediumTerm;

    /// <summary>The word of the days that an address without one means.</summary>
    public const string UsualSpan = "12m";

    /// <summary>Reads an address.</summary>
    public static SnapshotsAddress Read(string? date, string? against, string? range, string? kind, string? over, string? lines)
    {
        var span = Spans.FirstOrDefault(span => span.Word == over, Spans.Single(span => span.Word == UsualSpan));
        return new SnapshotsAddress(
            new SnapshotsRequest
            {
                Date = QueryDay.Parse(date),
                Against = QueryDay.Parse(against),
                Range = SpotifyRangeWords.Parse(range) ?? UsualRange,
                Kind = kind == "artists" ? SnapshotKind.Artists : SnapshotKind.Tracks,
                Days = span.Days,
                Lines =
                [
                    .. (lines ?? "").Split(' ', ',', '-').Select(number => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var item) ? item : 0)
                        .Where(item => item > 0).Distinct().Take(SnapshotsRequest.MostLines),
                ],
            }, span.Word);
    }

    /// <summary>The address with another day. The one to compare with stays where it still lies before.</summary>
    public string OfDate(NavigationManager navigation, DateOnly date) =>
        Link(navigation, ("date", Iso(date)), ("against", Request.Against is { } against && against < date ? Iso(against) : null));

    /// <summary>The address with other lines; none for the best of the day.</summary>
    public static string OfLines(NavigationManager navigation, IEnumerable<long> items)
    {
        var text = string.Join('-', items.Select(item => item.ToString(CultureInfo.InvariantCulture)));
        return Link(navigation, ("lines", text.Length == 0 ? null : text));
    }

    /// <summary>The present address with other values; null takes one out.</summary>
    public static string Link(NavigationManager navigation, params IEnumerable<(string Name, string? Value)> values) =>
        navigation.GetUriWithQueryParameters(values.ToDictionary(value => value.Name, value => (object?)value.Value, StringComparer.Ordinal));

    /// <summary>"2026-11-21".</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
