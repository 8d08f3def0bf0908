using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Demo;

/// <summary>The device: it plays tracks one after the other and knows why each began and ended.</summary>
internal sealed class DemoPlayer(DemoRandom random)
{
    private DateTimeOffset _clock;
    private PlayReason _next;
    private string _platform = "";
    private bool _offline;

    /// <summary>All platforms that it plays on.</summary>
    public static IReadOnlyList<string> Platforms { get; } = ["android", "ios", "windows", "osx", "cast", "web_player"];

    /// <summary>Begins a session.</summary>
    /// <param name="session">The session; it starts later when the last play is not over.</param>
    /// <param name="year">Years since the listening began; people change their phones.</param>
    /// <param name="away">Whether the listener travels.</param>
    public void Begin(DemoSession session, int year, bool away)
    {
        if (session.Start > _clock)
            _clock = session.Start;
        var mobile = random.Chance(session.Moment.Mobile) || away;
        _platform = mobile
            ? (year % 6 < 3 ? "android" : "ios")
            : random.Choose([70, 18, 12]) switch { 0 => year % 6 < 4 ? "windows" : "osx", 1 => "cast", _ => "web_player" };
        _offline = mobile && random.Chance(away ? .5 : .12);
        _next = random.Choose([55, 25, 20]) switch { 0 => PlayReason.ClickRow, 1 => PlayReason.PlayButton, _ => PlayReason.AppLoad };
    }

    /// <summary>Says that the listener chose the next track by hand.</summary>
    public void Choose()
    {
        if (_next == PlayReason.TrackDone)
            _next = PlayReason.ClickRow;
    }

    /// <summary>Plays a track.</summary>
    /// <param name="track">Its index.</param>
    /// <param name="duration">Its length in milliseconds.</param>
    /// <param name="skipping">How likely the listener skips on.</param>
    /// <param name="shuffle">Whether shuffle is on.</param>
    /// <param name="isLast">Whether the session ends with it.</param>
    public DemoPlay Play(int track, int duration, double skipping, bool shuffle, bool isLast)
    {
        var start = _next;
        var (played, end) = random.Chance(skipping) ? Skip(duration)
            : isLast && random.Chance(.4) ? (random.Between(duration / 4, duration), random.Pick(Ends))
            : (duration, PlayReason.TrackDone);
        _next = end switch
        {
            PlayReason.TrackDone or PlayReason.ForwardButton or PlayReason.BackButton => end,
            _ => PlayReason.ClickRow,
        };
        var ended = _clock.AddMilliseconds(played);

        // A second between two tracks; now and then the door bell rings.
        _clock = ended.AddMilliseconds(random.Chance(.03) ? random.Between(20_000, 420_000) : random.Between(150, 1_400));
        return new DemoPlay(ended, track, played, end is PlayReason.ForwardButton or PlayReason.EndPlay, shuffle, _offline, start, end, _platform);
    }

    private (int Played, PlayReason End) Skip(int duration)
    {
        var end = random.Choose([82, 12, 6]) switch { 0 => PlayReason.ForwardButton, 1 => PlayReason.EndPlay, _ => PlayReason.BackButton };
        var played = random.Chance(.62) ? random.Between(900, 29_500) : (int)(duration * random.Between(.2, .85));
        return (Math.Min(played, duration - 500), end);
    }

    private static readonly PlayReason[] Ends =
        [PlayReason.Logout, PlayReason.Logout, PlayReason.EndPlay, PlayReason.UnexpectedExitWhilePaused, PlayReason.UnexpectedExitWhilePaused, PlayReason.UnexpectedExit, PlayReason.Remote];
}
