using System.Globalization;

namespace MusicTimeMachine.Ui.Text;

/// <summary>Days in the query of an address.</summary>
public static class QueryDay
{
    /// <summary>Reads <c>2020-12-31</c>. Anything else is null: an address that somebody has mistyped opens the page as if it were not there.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
