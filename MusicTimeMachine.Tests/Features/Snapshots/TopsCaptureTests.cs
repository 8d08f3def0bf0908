using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;

namespace MusicTimeMachine.Tests.Features.Snapshots;

public sealed class TopsCaptureTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SpotifyFixture _spotify = null!;
    private Guid _user;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TopsCapture Capture => new(
        database, _spotify.Services.GetRequiredService<SpotifyAccess>(), _spotify.Api, new SnapshotWriter(database, new LiveUpdates(new Database(), NullLogger<LiveUpdates>.Instance)), _spotify.Clock);

    private SnapshotsQuery Query => new(database);

    public async ValueTask InitializeAsync()
    {
        _spotify = await SpotifyFixture.StartAsync(database);
        _user = (await database.AddUserAsync("Pacific/Auckland")).Id;
        // The Spotify account is that of another test's person as well: of one at a time.
        await database.ExecuteAsync("delete from spotify_accounts");
        await _spotify.ConnectAsync(_user, _spotify.Robin);
    }

    public ValueTask DisposeAsync() => _spotify.DisposeAsync();

    [Fact]
    public async Task Snapshot_IsWhatSpotifySays_OnTheDayOfThePersonsOwnCalendar()
    {
        var taken = await Capture.TakeAsync(_user, Stop); // 4 March, noon in UTC

        Assert.Equal(new TakenSnapshot(new DateOnly(2026, 3, 5), IsNew: true), taken);
        foreach (var range in Enum.GetValues<SpotifyRange>())
        {
            var told = _spotify.Robin.Tops[range.Word()];
            Assert.True(told.Count > Snapshot.MostRanks);
            var tracks = (await Query.ListAsync(_user, taken.Date, range, SnapshotKind.Tracks, Stop))!;
            Assert.Equal(told.Take(50).Select((track, i) => (i + 1, track.Name, track.Album.Artist.Name)), tracks.Select(entry => (entry.Rank, entry.Name, entry.Artist!)));
            Assert.Equal(
                told.Select(track => track.Album.Artist.Name).Distinct().Take(50).Select((name, i) => (i + 1, name)),
                (await Query.ListAsync(_user, taken.Date, range, SnapshotKind.Artists, Stop))!.Select(entry => (entry.Rank, entry.Name)));
        }

        Assert.Equal(0, await database.ScalarAsync<long>($"select count(*) from snapshots s where user_id = '{_user}' and not exists (select from user_tracks u where u.user_id = s.user_id and u.track_id = s.track_id and u.plays = 0)"));
        Assert.Equal(("spotify-tops", TimeSpan.FromDays(1)), (Capture.Kind, Capture.Every));
    }

    [Fact]
    public async Task Second_OfADay_LeavesTheFirstAsItIs_AndAsksNothing()
    {
        var first = await Capture.TakeAsync(_user, Stop);
        var (rows, calls) = (await RowsAsync(), _spotify.World.Calls.Count);
        _spotify.Robin.Tops["short_term"] = [.. _spotify.Robin.Tops["short_term"].Reverse()];

        Assert.Equal(first with { IsNew = false }, await Capture.TakeAsync(_user, Stop));
        await Capture.CaptureAsync(_user, Stop);
        Assert.Equal((rows, calls), (await RowsAsync(), _spotify.World.Calls.Count));

        _spotify.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new TakenSnapshot(first.Date.AddDays(1), IsNew: true), await Capture.TakeAsync(_user, Stop));
        Assert.StartsWith(rows, await RowsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_AtOnce_MakeOneSnapshot()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Capture.TakeAsync(_user, Stop), Stop)));

        Assert.Single(taken, snapshot => snapshot.IsNew);
        Assert.Equal(150, await database.ScalarAsync<long>($"select count(*) from snapshots where user_id = '{_user}'"));
    }

    [Fact]
    public async Task Refusal_OnTheWay_LeavesNothing_AndTheNextTimeEverything()
    {
        _spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromHours(3), Path: "/me/top/artists"));

        var refused = await Assert.ThrowsAsync<SpotifyException>(() => Capture.TakeAsync(_user, Stop));

        Assert.Equal(SpotifyProblem.QuotaUsedUp, refused.Problem);
        Assert.Equal("", await RowsAsync());
        Assert.Null(await Query.AskAsync(_user, new SnapshotsRequest(), Stop));
        _spotify.Clock.Advance(TimeSpan.FromHours(4));
        Assert.True((await Capture.TakeAsync(_user, Stop)).IsNew);
    }

    [Fact]
    public async Task Song_UnderTwoIds_StaysTwice_AndAnIdThatIsRepeatedOnce()
    {
        var (first, second, third) = (_spotify.World.Tracks[0], _spotify.World.Tracks[1] with { Id = FakeIds.Create("twin"), Name = _spotify.World.Tracks[0].Name, Album = _spotify.World.Tracks[0].Album }, _spotify.World.Tracks[2]);
        _spotify.Robin.Tops["short_term"] = [first, third, first, second];

        var taken = await Capture.TakeAsync(_user, Stop);

        var data = (await Query.AskAsync(_user, new SnapshotsRequest { Range = SpotifyRange.ShortTerm }, Stop))!;
        Assert.Equal([(1, first.Name), (2, third.Name), (4, second.Name)], data.Entries.Select(entry => (entry.Rank, entry.Name)));
        Assert.Equal((2, taken.Date), (data.Entries.Select(entry => entry.Item).Distinct().Count(), data.Date));
    }

    [Fact]
    public async Task Tops_ThatAreEmpty_AreASnapshotToo()
    {
        foreach (var range in Enum.GetValues<SpotifyRange>()) _spotify.Robin.Tops[range.Word()] = [];

        Assert.True((await Capture.TakeAsync(_user, Stop)).IsNew);

        Assert.Empty((await Query.AskAsync(_user, new SnapshotsRequest(), Stop))!.Entries);
        Assert.Empty(Assert.Single((await Query.DatesAsync(_user, 10, 0, Stop)).Items).Ranges);
        Assert.False((await Capture.TakeAsync(_user, Stop)).IsNew);
    }

    [Fact]
    public async Task Person_WithoutSpotify_IsToldWhatToDo()
    {
        var stranger = await database.AddUserAsync();

        Assert.Equal("No Spotify account is connected. Connect one on the settings page.", (await Assert.ThrowsAsync<SpotifyException>(() => Capture.TakeAsync(stranger.Id, Stop))).Message);
    }

    /// <summary>All rows of the person in order, as text.</summary>
    private async Task<string> RowsAsync()
    {
        await using var context = database.CreateDbContext();
        var days = await context.SnapshotDays.Where(day => day.UserId == _user).OrderBy(day => day.Date).ToListAsync(Stop);
        var tracks = await context.Snapshots.Where(row => row.UserId == _user).ToListAsync(Stop);
        var artists = await context.ArtistSnapshots.Where(row => row.UserId == _user).ToListAsync(Stop);
        return string.Concat(days.Select(day => $"{day.Date} {day.TakenAt}: "
            + string.Join(' ', tracks.Where(row => row.Date == day.Date).OrderBy(row => row.TimeRange).ThenBy(row => row.Rank).Select(row => row.TrackId))
            + string.Join(' ', artists.Where(row => row.Date == day.Date).OrderBy(row => row.TimeRange).ThenBy(row => row.Rank).Select(row => row.ArtistId)) + "\n"));
    }
}
