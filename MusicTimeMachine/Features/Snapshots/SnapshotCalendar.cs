using System.Numerics;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>The days of which a person has snapshots. Some numbers, however many days they are.</summary>
/// <param name="Months">The months with any, in order.</param>
public sealed record SnapshotCalendar(IReadOnlyList<SnapshotMonth> Months)
{
    /// <summary>How many days.</summary>
    public int Count => Months.Sum(month => BitOperations.PopCount((uint)month.Days));

    /// <summary>The first day; null when there is none.</summary>
    public DateOnly? First => Months.Count == 0 ? null : Months[0].Dates.First();

    /// <summary>The last day; null when there is none.</summary>
    public DateOnly? Last => Months.Count == 0 ? null : Months[^1].Dates.Last();

    /// <summary>The latest that is not after a day; null when all are.</summary>
    public DateOnly? At(DateOnly day) => Latest(day, orOn: true);

    /// <summary>The latest before a day; null when there is none.</summary>
    public DateOnly? Before(DateOnly day) => Latest(day, orOn: false);

    /// <summary>The earliest after a day; null when there is none.</summary>
    public DateOnly? After(DateOnly day) =>
        Months.Where(month => month.First.AddMonths(1) > day).SelectMany(month => month.Dates).Cast<DateOnly?>().FirstOrDefault(date => date > day);

    /// <summary>The days from one to another, both inclusive, in order.</summary>
    public IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Months.Where(month => month.First <= last && month.First.AddMonths(1) > first).SelectMany(month => month.Dates).Where(date => date >= first && date <= last);

    private DateOnly? Latest(DateOnly day, bool orOn) =>
        Months.Reverse().Where(month => month.First <= day).SelectMany(month => month.Dates.Reverse()).Cast<DateOnly?>().FirstOrDefault(date => date < day || (orOn && date == day));
}
