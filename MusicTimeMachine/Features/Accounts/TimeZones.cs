using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>The time zones that a person can live in, by their IANA ids.</summary>
public static partial class TimeZones
{
    /// <summary>The zone of who never chose one.</summary>
    public const string Utc = "UTC";

    private static readonly FrozenDictionary<string, string> Spelling = TimeZoneInfo.GetSystemTimeZones().Select(IanaId)
        .Concat(TimeZoneLinks.Current.Keys).Concat(TimeZoneLinks.Current.Values).Distinct(StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone to begin with when the browser tells none: the server's own.</summary>
    public static string Server { get; } = Current(TimeZoneInfo.Local.Id) ?? Utc;

    /// <summary>
    /// The id under which this machine knows the zone: the current name where it has it ("Asia/Calcutta" becomes
    /// "Asia/Kolkata"), an old name where only that is known, null where none is.
    /// </summary>
    /// <param name="id">An IANA id, current or old, in any case; surrounding white space is ignored.</param>
    public static string? Current(string? id) => Names(id).FirstOrDefault();

    /// <summary>
    /// The same as <see cref="Current"/>, and known to the database too: what it computes days with has a list of its own,
    /// which may be older or newer than this machine's.
    /// </summary>
    public static async Task<string?> CurrentAsync(MusicContext context, string? id, CancellationToken cancellationToken)
    {
        string[] names = [.. Names(id)];
        if (names.Length == 0) return null;
        var known = await context.Database
            .SqlQuery<string>($"""select name as "Value" from pg_timezone_names where name = any({names})""")
            .ToListAsync(cancellationToken);
        return Array.Find(names, known.Contains);
    }

    /// <summary>The zone of an id that is stored.</summary>
    /// <returns>The zone, and UTC when this machine has lost it since it was chosen.</returns>
    public static TimeZoneInfo Find(string id) =>
        Current(id) is { } current ? TimeZoneInfo.FindSystemTimeZoneById(current) : TimeZoneInfo.Utc;

    /// <summary>All zones with their distance from UTC at a time, in the order of their ids.</summary>
    public static IReadOnlyList<TimeZoneChoice> List(DateTimeOffset at) =>
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => Current(IanaId(zone))).OfType<string>().Append(Utc).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => new TimeZoneChoice(id, TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(at))),
    ];

    /// <summary>The names by which this machine knows the zone, the best first: the current one, the given one, other old ones.</summary>
    private static IEnumerable<string> Names(string? id)
    {
        var given = id?.Trim() ?? "";
        if (given.Length > 64 || !Shape().IsMatch(given)) return [];
        given = Spelling.GetValueOrDefault(given, given);
        var current = TimeZoneLinks.Current.GetValueOrDefault(given, given);
        var others = TimeZoneLinks.Current.Where(link => link.Value == current).Select(link => link.Key).Order(StringComparer.Ordinal);
        return others.Prepend(given).Prepend(current).Distinct(StringComparer.Ordinal).Where(IsKnown);
    }

    // The system's folder of zones also holds what is none, such as "localtime", "posix/…" and "right/…".
    private static bool IsKnown(string id) =>
        (Spelling.ContainsKey(id) || id.StartsWith("Etc/", StringComparison.Ordinal))
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;

    private static string IanaId(TimeZoneInfo zone) =>
        !zone.HasIanaId && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : zone.Id;

    [GeneratedRegex("^[A-Za-z0-9_+/-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
