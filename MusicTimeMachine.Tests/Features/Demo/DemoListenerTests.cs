using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Demo;

public sealed class DemoListenerTests
{
    private static readonly DemoLibrary Library = InventedLibraries.Standard;
    private static readonly DemoPlay[] Plays = InventedLibraries.StandardPlays;

    private static readonly ILookup<DateOnly, DemoPlay> ByDay = Plays.ToLookup(play => DateOnly.FromDateTime(play.LocalStart()));

    [Fact]
    public void Plays_AreConsistent() => Assert.All(Plays, play =>
    {
        Assert.Equal(TimeSpan.Zero, play.PlayedAt.Offset);
        Assert.InRange(play.MsPlayed, 1, Library.Tracks[play.Track].DurationMs);
        Assert.Equal(play.ReasonEnd is PlayReason.ForwardButton or PlayReason.EndPlay, play.Skipped);
        Assert.Equal(play.ReasonEnd == PlayReason.TrackDone, play.MsPlayed == Library.Tracks[play.Track].DurationMs);
        Assert.Contains(play.Platform, DemoPlayer.Platforms);
        Assert.True(Library.Albums[Library.Tracks[play.Track].Album].Released <= DateOnly.FromDateTime(play.LocalStart().AddHours(6)), "Heard before it came out.");
    });

    [Fact]
    public void Plays_MostlyCount() => Assert.InRange(Plays.Count(play => play.MsPlayed >= 30_000) / (double)Plays.Length, .9, .98);

    [Fact]
    public void Days_MostlyHaveMusic()
    {
        var days = Library.Options.LastDay.DayNumber - Library.Options.FirstDay.DayNumber + 1;
        Assert.InRange(ByDay.Count / (double)days, .5, .9);
    }

    [Fact]
    public void Holidays_AreSilentForAWeekAndMore()
    {
        var days = ByDay.Select(day => day.Key.DayNumber).Order().ToArray();
        var gaps = days.Zip(days.Skip(1), (day, next) => next - day - 1).Where(gap => gap >= 7).ToArray();
        Assert.InRange(gaps.Length, 3, 20);
        Assert.InRange(gaps.Max(), 7, 24);
    }

    [Fact]
    public void Tops_FollowZipfsLaw()
    {
        var counts = Plays.GroupBy(play => play.Track).Select(plays => plays.Count()).OrderDescending().ToArray();
        Assert.InRange(counts[0], 200, 600);
        Assert.InRange(counts[99], 50, 150);
        Assert.InRange(counts[999], 8, 25);
        Assert.InRange(counts[^1], 1, 2);
    }

    [Fact]
    public void Obsessions_FlareUpAndFade()
    {
        var obsessions = Plays.GroupBy(play => play.Track).Where(plays => IsObsession([.. plays.Select(play => play.PlayedAt)])).ToArray();
        Assert.InRange(obsessions.Length, 20, 150);
    }

    [Fact]
    public void Gems_WaitToBeFoundAgain()
    {
        var end = Plays[^1].PlayedAt;
        var gems = Plays.GroupBy(play => Library.Tracks[play.Track].Song).Where(plays =>
            plays.Count(play => play.PlayedAt >= end.AddDays(-365) && play.PlayedAt < end.AddDays(-90)) >= 15 && plays.Last().PlayedAt < end.AddDays(-30));
        Assert.InRange(gems.Count(), 3, 100);
    }

    [Fact]
    public void Discoveries_GrowFewerAndNeverStop()
    {
        var heard = new HashSet<int>();
        var years = new int[6];
        var quarters = new int[24];
        foreach (var play in Plays.Where(play => heard.Add(play.Track)))
        {
            var day = DateOnly.FromDateTime(play.LocalStart()).DayNumber - Library.Options.FirstDay.DayNumber;
            years[Math.Min(5, day / 366)]++;
            quarters[Math.Min(23, day / 92)]++;
        }

        Assert.True(years[0] > 2 * years[1] && years[1] > years[4] && years[1] > years[5], string.Join(' ', years));
        Assert.All(quarters, found => Assert.True(found > 0));
    }

    [Fact]
    public void Seasons_AreCalmInWinterAndEnergeticInSummer()
    {
        var energy = Enumerable.Range(0, 4).Select(season => Plays.Where(play => play.LocalStart().Month % 12 / 3 == season).Mean(features => features.Energy)).ToArray();
        var (winter, spring, summer, autumn) = (energy[0], energy[1], energy[2], energy[3]);
        Assert.True(winter + .01 < spring && winter + .01 < autumn && spring + .01 < summer && autumn + .01 < summer, string.Join(' ', energy));
    }

    [Fact]
    public void Nights_AreCalm()
    {
        var night = Plays.Where(play => play.LocalStart() is { Hour: 22 or 23, DayOfWeek: not (DayOfWeek.Friday or DayOfWeek.Saturday) }).Mean(features => features.Energy);
        var commute = Plays.Where(play => play.LocalStart() is { Hour: 7 or 17, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) }).Mean(features => features.Energy);
        Assert.True(night + .05 < commute, $"{night} {commute}");
    }

    [Fact]
    public void Weekends_BeginLaterThanWeekdays()
    {
        double Share(bool weekend, int hour) => Plays.Where(play => play.LocalStart().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday == weekend).Average(play => play.LocalStart().Hour == hour ? 1.0 : 0);
        Assert.True(Share(weekend: false, 7) > .05 && Share(weekend: true, 7) < .01);
        Assert.True(Share(weekend: true, 14) > Share(weekend: false, 14));
    }

    [Fact]
    public void Tastes_Drift()
    {
        var tops = Plays.GroupBy(play => play.LocalStart().Year).Where(year => year.Count() > 5_000)
            .Select(year => string.Join(' ', year.CountBy(play => Library.Artists[Library.Tracks[play.Track].Artists[0]].Genres[0]).OrderByDescending(genre => genre.Value).Take(5).Select(genre => genre.Key)))
            .ToArray();
        Assert.Equal(tops.Length, tops.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Clocks_WhenTheyChange_SkipTheHourThatDoesNotExist()
    {
        var night = new DemoMoment(26.2, 26.8, 1, .5, .5, 0, 0);
        var start = DemoSession.StartOf(new DemoRandom(1, 1), new DateOnly(2026, 3, 28), night, 3, DemoOptions.Zurich);
        Assert.InRange(start, new DateTimeOffset(2026, 3, 29, 1, 12, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 29, 1, 48, 0, TimeSpan.Zero));
    }

    private static bool IsObsession(DateTimeOffset[] times)
    {
        for (var i = 0; i + 24 < times.Length; i++)
        {
            var until = times[i].AddDays(21);
            if (times[i + 24] <= until && times.Count(time => time > until && time <= until.AddDays(60)) <= 2)
                return true;
        }

        return false;
    }
}
