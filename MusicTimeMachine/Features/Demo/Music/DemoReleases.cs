using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Demo;

/// <summary>When the records of an artist come out, and how exactly anybody remembers.</summary>
internal sealed class DemoReleases(DemoRandom random, DateOnly listeningFrom, DateOnly until)
{
    private DateOnly _debut;
    private DateOnly _last;

    /// <summary>Begins an artist's career.</summary>
    public void Begin(DateOnly debut)
    {
        _debut = debut;
        _last = debut.AddDays(-400);
    }

    /// <summary>The day of the artist's next record.</summary>
    public DateOnly Next()
    {
        _last = _last < _debut ? _debut : _last.AddDays(random.Between(200, 1100));
        if (_last > until)
            _last = _debut.AddDays(random.Next(Math.Max(1, until.DayNumber - _debut.DayNumber)));
        return Friday(_last);
    }

    /// <summary>A day after the given one: that of a compilation, a remaster or a concert.</summary>
    public DateOnly Later(DateOnly than, int years)
    {
        var day = than.AddDays(random.Between(200, 200 + (365 * years)));
        return Friday(day > until ? until.AddDays(-random.Next(200)) : day);
    }

    /// <summary>The day of the single that announces an album.</summary>
    public DateOnly Ahead(DateOnly album) => Friday(album.AddDays(-random.Between(20, 70)));

    /// <summary>Forgets the day, or the month too, of some older records.</summary>
    public (DateOnly Released, ReleaseDatePrecision Precision) Remembered(DateOnly day)
    {
        var (year, month) = day.Year switch
        {
            < 1980 => (.62, .08),
            < 2000 => (.32, .06),
            < 2012 => (.10, .03),
            _ => (.03, .01),
        };

        // What comes out while the listener is listening is dated to the day, or it would be heard before it was there.
        return day >= listeningFrom ? (day, ReleaseDatePrecision.Day) : random.Choose([year, month, 1 - year - month]) switch
        {
            0 => (new DateOnly(day.Year, 1, 1), ReleaseDatePrecision.Year),
            1 => (new DateOnly(day.Year, day.Month, 1), ReleaseDatePrecision.Month),
            _ => (day, ReleaseDatePrecision.Day),
        };
    }

    // Since July 2015 most of the world releases on Fridays.
    private DateOnly Friday(DateOnly day)
    {
        var friday = day.AddDays(((int)DayOfWeek.Friday - (int)day.DayOfWeek + 7) % 7);
        return day > new DateOnly(2015, 7, 1) && friday <= until && random.Chance(.88) ? friday : day;
    }
}
