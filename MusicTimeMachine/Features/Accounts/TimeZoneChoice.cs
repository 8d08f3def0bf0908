using System.Globalization;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>A time zone to choose.</summary>
/// <param name="Id">The IANA id, such as "America/New_York".</param>
/// <param name="Offset">Its distance from UTC at the time that the list was made for.</param>
public sealed record TimeZoneChoice(string Id, TimeSpan Offset)
{
    /// <summary>The part of the world, such as "America"; "Other" for UTC.</summary>
    public string Region => Id.Contains('/', StringComparison.Ordinal) ? Id[..Id.IndexOf('/', StringComparison.Ordinal)] : "Other";

    /// <summary>What people read: "New York (UTC−05:00)".</summary>
    public string Label
    {
        get
        {
            if (Id == TimeZones.Utc) return Id;
            var place = Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ');
            var sign = Offset < TimeSpan.Zero ? '−' : '+';
            return string.Create(CultureInfo.InvariantCulture, $"{place} (UTC{sign}{Offset:hh\\:mm})");
        }
    }
}
