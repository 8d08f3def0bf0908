using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Capturing;

/// <summary>A play as it really was, and as Spotify's list tells of it.</summary>
/// <param name="Track">What was heard.</param>
/// <param name="End">When it ended.</param>
/// <param name="Ms">How long it was heard.</param>
/// <param name="Offline">Whether the device was offline.</param>
internal sealed record Heard(FakeTrack Track, DateTimeOffset End, int Ms, bool Offline = false)
{
    /// <summary>What the list says: the end, or of some devices the start.</summary>
    public DateTimeOffset Reported { get; init; } = End;

    /// <summary>When Spotify learns of it.</summary>
    public DateTimeOffset ToldAt { get; init; } = End;

    public DateTimeOffset Start => End.AddMilliseconds(-Ms);

    /// <summary>When it ended by the extended history, which knows seconds, and of what was heard offline the second in which it began.</summary>
    public DateTimeOffset ExportedAt => Offline ? ToSecond(Start).AddMilliseconds(Ms) : ToSecond(End);

    /// <summary>The row of the extended history.</summary>
    public ExtendedRow ToRow() => new(Offline ? ToldAt : End)
    {
        MsPlayed = Ms,
        Track = Track.Name,
        Artist = Track.Album.Artist.Name,
        Album = Track.Album.Name,
        TrackUri = Track.Uri,
        Offline = Offline,
        OfflineTimestamp = Offline ? Start.ToUnixTimeSeconds() : null,
    };

    private static DateTimeOffset ToSecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}

/// <summary>
/// Half a year of one person's listening: mornings and evenings with music, a phone that is offline at times, a television
/// that reports starts, plays that come in late, some skipped and some heard twice. Always the same. A day begins at the hour
/// at which it all began.
/// </summary>
internal sealed class SixMonths
{
    public const int Days = 181;

    private readonly Random _random = new(20260304);
    private readonly IList<FakeTrack> _tracks;
    private readonly DateTimeOffset _begin;
    private int _last;

    public SixMonths(DateTimeOffset begin, IList<FakeTrack> tracks)
    {
        (_begin, _tracks) = (begin, tracks);
        for (var day = 0; day < Days; day++) Live(day);
        Plays = [.. Plays.OrderBy(play => play.End)];
    }

    /// <summary>The days on which the server does not run.</summary>
    public const int OutageFrom = 60, OutageUntil = 62;

    /// <summary>Days with a long flight, during which the phone is offline.</summary>
    public static readonly int[] Flights = [45, 120];

    /// <summary>Days on which Spotify's quota is used up in the afternoon, the first of them with a party.</summary>
    public static readonly int[] Quotas = [90, 130, 150];

    /// <summary>The days on which the list lags by five hours.</summary>
    public const int LagFrom = 100, LagUntil = 104;

    /// <summary>Everything that was heard, the earliest first.</summary>
    public List<Heard> Plays { get; private set; } = [];

    public int DayOf(DateTimeOffset moment) => (int)Math.Floor((moment - _begin).TotalDays);

    private void Live(int day)
    {
        if (Flights.Contains(day))
        {
            // On the second, a loudspeaker is online before the phone is.
            Session(day, hour: 6, songs: 68, offline: true, toldAtHour: 13);
            if (day == Flights[1]) Session(day, hour: 11, songs: 2);
        }
        else if (day is >= OutageFrom and < OutageUntil || day == Quotas[0])
        {
            Session(day, hour: 7, songs: 25);
            Session(day, hour: 18, songs: 75);
        }
        else
        {
            if (_random.Next(20) < 3) Session(day, hour: 6 + (2 * _random.NextDouble()), songs: _random.Next(3, 16), offline: _random.Next(8) == 0, toldAtHour: 14 + (2 * _random.NextDouble()));
            if (_random.Next(20) < 4) Session(day, hour: 17 + (2 * _random.NextDouble()), songs: _random.Next(5, 30), offline: _random.Next(8) == 0, toldAtHour: 28, fromStart: _random.Next(8) == 0);
        }
    }

    private void Session(int day, double hour, int songs, bool offline = false, double toldAtHour = 0, bool fromStart = false)
    {
        var end = _begin.AddDays(day).AddHours(hour).AddMilliseconds(_random.Next(1000));
        for (var n = 0; n < songs; n++)
        {
            if (_random.Next(30) > 0) _last = (_last + 1 + _random.Next(150)) % _tracks.Count; // Otherwise once more.
            var track = _tracks[_last];
            var ms = _random.Next(10) == 0 ? _random.Next(31_000, track.DurationMs) : track.DurationMs;
            end = end.AddMilliseconds(ms);
            var heard = new Heard(track, end, ms, offline);
            Plays.Add(heard with
            {
                Reported = fromStart ? heard.Start : end,
                ToldAt = offline ? _begin.AddDays(day).AddHours(toldAtHour) : _random.Next(30) == 0 ? end.AddMinutes(_random.Next(20, 150)) : end,
            });
            end = end.AddMilliseconds(_random.Next(0, 3_000));
        }
    }
}
