using System.Globalization;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>How long a play lasted, as a person writes it: "3:42", "1:02:03", or "4" for four minutes.</summary>
public static class WrittenLength
{
    /// <summary>What is wrong with anything else.</summary>
    public const string Hint = "Write a length as minutes and seconds, such as 3:42.";

    /// <summary>Reads a length.</summary>
    /// <param name="text">What was written; nothing for a length that is not known.</param>
    /// <param name="milliseconds">The length; null for nothing.</param>
    /// <returns>Whether it is a length, or nothing.</returns>
    public static bool TryRead(string? text, out int? milliseconds)
    {
        milliseconds = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var parts = text.Trim().Split(':');
        if (parts.Length > 3 || !parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000)) return false;
        var numbers = parts.Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList();
        if (numbers.Skip(1).Any(number => number > 59)) return false;
        if (numbers.Count == 1) numbers.Add(0); // Minutes alone.
        var length = 1000 * numbers.Aggregate(0L, (sum, number) => (60 * sum) + number);
        milliseconds = (int)Math.Min(length, Corrections.LongestMs + 1);
        return true;
    }

    /// <summary>Writes a length; nothing for one that is not known.</summary>
    public static string Of(int? milliseconds) => milliseconds is { } ms ? Format.Length(ms) : "";
}
