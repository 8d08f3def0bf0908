using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Api;

/// <summary>The days that a request asks for, in the person's own calendar.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
internal sealed record ApiDays(
    [property: FromQuery(Name = "from"), Description("The first day, yyyy-MM-dd; the first of the history unless told.")] string? From,
    [property: FromQuery(Name = "to"), Description("The day after the last, yyyy-MM-dd; the day after the history's last unless told.")] string? To)
{
    /// <summary>The days as a range within the history: before and after it, nothing was played.</summary>
    /// <returns>The range, or what is wrong.</returns>
    public async Task<(DayRange Range, IResult? Problem)> ReadAsync(PlaysQuery plays, Guid userId, CancellationToken cancellationToken)
    {
        if (!TryParse(From, out var from)) return (default, Wrong("from", From));
        if (!TryParse(To, out var to)) return (default, Wrong("to", To));
        if (from > to) return (default, ApiProblem.BadRequest("The day \"from\" lies after the day \"to\"."));

        if (await plays.SpanAsync(userId, cancellationToken) is not { } span) return (default, null);
        var (first, end) = (span.First, span.Last.AddDays(1));
        return (new DayRange(Within(from ?? first, first, end), Within(to ?? end, first, end)), null);
    }

    private static DateOnly Within(DateOnly day, DateOnly first, DateOnly end) => day < first ? first : day > end ? end : day;

    private static bool TryParse(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        return day is not null || string.IsNullOrEmpty(text);
    }

    private static IResult Wrong(string name, string? value) =>
        ApiProblem.BadRequest($"The parameter {name} cannot be \"{value}\": it is a day such as 2020-12-31.");
}
