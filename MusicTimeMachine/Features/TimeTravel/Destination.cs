using System.Globalization;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>Where in time somebody is. It stands in the address of the page, see <see cref="DestinationReader"/>.</summary>
/// <param name="Kind">Which of the calendar's stretches it is.</param>
/// <param name="Range">Its days; at least one.</param>
public sealed record Destination(DestinationKind Kind, DayRange Range)
{
    /// <summary>What was not right with the address that led here, as sentences for a person.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The last day.</summary>
    public DateOnly Last => Range.To.AddDays(-1);

    /// <summary>What it is compared with: the year before a year, as many months before whole months, else as many days right before.</summary>
    public DayRange Before => Months > 0 && MonthNumber(Range.From) >= Months ? new(Range.From.AddMonths(-Months), Range.From) : Range.Before;

    /// <summary>"2020", "December 2020", "24 December 2020", "March – May 2024", "3 June – 2 July 2024".</summary>
    public string Label => Kind switch
    {
        DestinationKind.Year => Range.From.Year.ToString(CultureInfo.InvariantCulture),
        DestinationKind.Month => Format.Month(Range.From),
        _ when Months > 0 => Format.Months(Range.From, Last),
        _ => Format.Days(Range.From, Last),
    };

    /// <summary>How many months, when they are whole; otherwise 0.</summary>
    private int Months => Range.From.Day == 1 && Range.To.Day == 1 ? MonthNumber(Range.To) - MonthNumber(Range.From) : 0;

    /// <summary>The days, as the calendar's year, month or day where they are just that.</summary>
    public static Destination Of(DayRange days) => days switch
    {
        { Days: 1 } => OfDay(days.From),
        _ when days.From.Day == 1 && days.From.AddMonths(1) == days.To => OfMonth(days.From),
        _ when days.From.DayOfYear == 1 && days.From.AddYears(1) == days.To => OfYear(days.From.Year),
        _ => new(DestinationKind.Range, days),
    };

    /// <summary>A year; 1 to 9998.</summary>
    public static Destination OfYear(int year) => new(DestinationKind.Year, new(new(year, 1, 1), new(year + 1, 1, 1)));

    /// <summary>The month of a day.</summary>
    public static Destination OfMonth(DateOnly day) => new(DestinationKind.Month, new(new(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1)));

    /// <summary>A day.</summary>
    public static Destination OfDay(DateOnly day) => new(DestinationKind.Day, new(day, day.AddDays(1)));

    /// <summary>The next one of the same kind, or the one before.</summary>
    /// <param name="by">1 or -1.</param>
    /// <param name="history">From when to when there is music.</param>
    /// <returns>Null where there is no music any more.</returns>
    public Destination? Shift(int by, ListeningSpan history)
    {
        var bounds = Bounds(history);
        if (by < 0 ? Range.From <= bounds.From : Range.To >= bounds.To) return null;
        return Of(Months > 0
            ? new(Range.From.AddMonths(by * Months), Range.To.AddMonths(by * Months))
            : new(Range.From.AddDays(by * Range.Days), Range.To.AddDays(by * Range.Days)));
    }

    /// <summary>The address of the page there.</summary>
    public string Address(TopOrder order = TopOrder.Plays) => "/time-machine?" + Kind switch
    {
        DestinationKind.Year => $"year={Range.From.Year}",
        DestinationKind.Month => $"year={Range.From.Year}&month={Range.From.Month}",
        DestinationKind.Day => $"year={Range.From.Year}&month={Range.From.Month}&day={Range.From.Day}",
        _ => $"from={Iso(Range.From)}&to={Iso(Range.To)}",
    } + (order == TopOrder.Time ? "&by=time" : "");

    /// <summary>The months of a history, whole.</summary>
    internal static DayRange Bounds(ListeningSpan history) =>
        new(OfMonth(history.First).Range.From, OfMonth(history.Last).Range.To);

    private static int MonthNumber(DateOnly day) => (12 * (day.Year - 1)) + day.Month - 1;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
