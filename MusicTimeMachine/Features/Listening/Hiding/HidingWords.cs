using System.Globalization;
using MusicTimeMachine.Features.Listening.Pages;

namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>What rules are called.</summary>
internal static class HidingWords
{
    /// <summary>"Harbour Lights by The Slow Comets", "23:00 to 06:00", "Last.fm".</summary>
    public static string Of(HidingRuleView rule) => rule switch
    {
        { Source: { } source } => PlaySources.NameOf(source),
        { FromHour: { } from, ToHour: { } to } => $"{Hour(from)} to {Hour(to)}",
        { Artist: { } artist } => $"{rule.Name} by {artist}",
        _ => rule.Name ?? "",
    };

    /// <summary>"06:00".</summary>
    public static string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");
}
