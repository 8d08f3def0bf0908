using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Capturing;

/// <summary>
/// Half a year of capturing with everything that goes wrong in half a year. Afterwards the history holds what was heard, save
/// what nobody could have read, and the gaps say where that is.
/// </summary>
public sealed class SixMonthsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string ToSecond = "MM-dd HH:mm:ss";

    private static readonly FakeFault[] Troubles =
    [
        new(FaultKind.ServerError, Status: 502), new(FaultKind.Dropped), new(FaultKind.Truncated), new(FaultKind.WrongContentType),
        new(FaultKind.RateLimited, RetryAfter: TimeSpan.FromSeconds(20)), new(FaultKind.RateLimited, RetryAfter: TimeSpan.FromMinutes(10)), new(FaultKind.RateLimited),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Capturing_ThroughEverythingThatGoesWrong_MissesOnlyWhatNobodyCouldRead_AndAnImportBringsIt()
    {
        await using var capturing = await CapturingFixture.StartAsync(database);
        var (userId, person) = await capturing.AddListenerAsync();
        var months = new SixMonths(capturing.Spotify.Clock.GetUtcNow(), capturing.Spotify.World.Tracks);
        foreach (var play in months.Plays) person.Play(play.Track, play.Reported, play.ToldAt);

        var read = await LiveAsync(capturing, userId, person, months);
        var missed = months.Plays.Except(read).ToList();
        var captured = Lines(read, play => play.Reported, "MM-dd HH:mm:ss.fff");
        Assert.Equal(captured, await capturing.ShownAsync(userId));
        Assert.InRange(missed.Count, 60, 250);
        AssertSay(await capturing.Gaps.OpenAsync(userId, Stop), missed);

        var heard = Lines(months.Plays, play => play.ExportedAt, ToSecond);
        var export = new SpotifyExportBuilder().Audio("2026_1", months.Plays.Select(play => play.ToRow()));
        var importId = await capturing.ImportAsync(userId, export);
        Assert.Equal(heard, await capturing.ShownAsync(userId, ToSecond));
        Assert.Empty(await capturing.Gaps.OpenAsync(userId, Stop));

        Assert.True(await capturing.UndoAsync(userId, importId));
        Assert.Equal(captured, await capturing.ShownAsync(userId));
        AssertSay(await capturing.Gaps.OpenAsync(userId, Stop), missed);

        // The other way round: who imports first and captures then has the same history.
        var (otherId, other) = await capturing.AddListenerAsync();
        foreach (var play in months.Plays) other.Play(play.Track, play.Reported, play.ToldAt);
        await capturing.ImportAsync(otherId, export);
        Assert.Null(await capturing.CaptureAsync(otherId));
        Assert.Equal(heard, await capturing.ShownAsync(otherId, ToSecond));
        Assert.Empty(await capturing.Gaps.OpenAsync(otherId, Stop));
        Assert.Equal(50L, await database.ScalarAsync<long>($"select count(*) from plays where user_id = '{otherId}' and source = 2"));
    }

    /// <summary>Lets the time pass and captures whenever that is due. Readings that could bring nothing new are mostly left out, for speed.</summary>
    /// <returns>What could be read.</returns>
    private static async Task<HashSet<Heard>> LiveAsync(CapturingFixture capturing, Guid userId, FakePerson person, SixMonths months)
    {
        var (spotify, random) = (capturing.Spotify, new Random(7));
        var (end, read, before) = (spotify.Clock.GetUtcNow().AddDays(SixMonths.Days), new HashSet<Heard>(), new List<Heard>());
        while (spotify.Clock.GetUtcNow() < end)
        {
            spotify.Clock.Advance(TimeSpan.FromMinutes(random.Next(110, 140)));
            var day = months.DayOf(spotify.Clock.GetUtcNow());
            spotify.App.RefreshAnswer = (RefreshAnswer)(day / 20 % 3);
            person.ListLag = day is >= SixMonths.LagFrom and < SixMonths.LagUntil ? TimeSpan.FromHours(5) : TimeSpan.Zero;
            if (day is >= SixMonths.OutageFrom and < SixMonths.OutageUntil) continue;
            if (day >= 150 && await spotify.Services.GetRequiredService<SpotifyAccounts>().RemindAsync(userId, Stop) == SpotifyReminder.Soon) await spotify.ConnectAsync(userId, person);
            if (SixMonths.Quotas.Contains(day) && spotify.Clock.GetUtcNow().Hour is >= 2 and < 5)
                spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromSeconds(74_214), Path: "recently-played"));
            else if (Seen(months, person, spotify.Clock.GetUtcNow()).SequenceEqual(before) && random.Next(150) > 0) continue;
            else if (random.Next(8) == 0) spotify.World.Faults.Add(Troubles[random.Next(Troubles.Length)] with { Path = "recently-played" }, times: random.Next(1, 6));
            if ((await capturing.StateAsync(userId)).NextAt <= spotify.Clock.GetUtcNow() && await capturing.CaptureAsync(userId) is null)
                read.UnionWith(before = Seen(months, person, spotify.World.Calls.Last(call => call.Path.Contains("recently-played", StringComparison.Ordinal)).At));
            spotify.World.Faults.Clear();
        }

        return read;
    }

    /// <summary>What Spotify's list holds at a moment.</summary>
    private static List<Heard> Seen(SixMonths months, FakePerson person, DateTimeOffset now) =>
        [.. months.Plays.Where(play => play.ToldAt <= now - person.ListLag).OrderByDescending(play => play.Reported).Take(50)];

    /// <summary>Whatever is missing lies in a gap, and in every gap something is missing.</summary>
    private static void AssertSay(IReadOnlyList<OpenGap> gaps, List<Heard> missed)
    {
        Assert.All(missed, play => Assert.Single(gaps, gap => gap.From < play.Reported && play.Reported < gap.Until));
        Assert.All(gaps, gap => Assert.Contains(missed, play => gap.From < play.Reported && play.Reported < gap.Until));
    }

    private static List<string> Lines(IEnumerable<Heard> plays, Func<Heard, DateTimeOffset> time, string format) =>
        [.. plays.Select(play => $"{time(play).ToString(format, null)} {play.Track.Id}").Order(StringComparer.Ordinal)];
}
