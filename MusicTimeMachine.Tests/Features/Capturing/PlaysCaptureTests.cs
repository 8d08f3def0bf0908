using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Capturing;

public sealed class PlaysCaptureTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private CapturingFixture _capturing = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IList<FakeTrack> Tracks => _capturing.Spotify.World.Tracks;

    private DateTimeOffset Now => _capturing.Spotify.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await database.ExecuteAsync("delete from jobs; delete from users");
        _capturing = await CapturingFixture.StartAsync(database);
    }

    public ValueTask DisposeAsync() => _capturing.DisposeAsync();

    [Fact]
    public async Task Play_Captured_HasWhatSpotifyTells_AndCounts()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var end = Now.AddMilliseconds(-123_456);
        person.Play(Tracks[3], end, context: "spotify:playlist:" + FakeIds.Create("kitchen"));
        Assert.Null(await _capturing.CaptureAsync(userId));

        await using var context = database.CreateDbContext();
        var play = await context.Plays.SingleAsync(play => play.UserId == userId, Stop);
        Assert.Equal(
            (end, PlaySource.SpotifyRecent, PlayPrecision.Millisecond, null, "spotify:playlist:" + FakeIds.Create("kitchen"), null),
            (play.PlayedAt, play.Source, play.Precision, play.MsPlayed, play.ContextUri, play.ImportId));
        Assert.Equal(1, await database.ScalarAsync<int>($"select plays from user_tracks where user_id = '{userId}'"));
        Assert.Equal(end, (await context.SpotifyAccounts.SingleAsync(account => account.UserId == userId, Stop)).CapturedUntil);
        Assert.Equal(1, await context.Tracks.CountAsync(track => track.Id == play.TrackId && track.DurationMs == Tracks[3].DurationMs && track.ImageUrl != null, Stop));
        await database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Plays_CloseTogether_StayApart_UnlessTheyAreOneToldTwice()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var (otherId, other) = await _capturing.AddListenerAsync();
        var end = Now.AddHours(-1);
        person.Play(Tracks[0], end);
        person.Play(Tracks[1], end.AddSeconds(35));
        person.Play(Tracks[2], end.AddSeconds(35));
        other.Play(Tracks[2], end.AddSeconds(35));
        await _capturing.CaptureAsync(userId);
        person.Play(Tracks[2], end.AddSeconds(47));
        person.Play(Tracks[0], end.AddSeconds(-40));
        await _capturing.CaptureAsync(userId);
        await _capturing.CaptureAsync(otherId);

        Assert.Equal([Line(0, -40), Line(0, 0), .. new[] { Line(1, 35), Line(2, 35) }.Order(StringComparer.Ordinal)], await _capturing.ShownAsync(userId));
        Assert.Equal([Line(2, 35)], await _capturing.ShownAsync(otherId));
        await database.AssertTotalsAsync(userId);

        string Line(int track, int seconds) => $"{end.AddSeconds(seconds):MM-dd HH:mm:ss.fff} {Tracks[track].Id}";
    }

    [Fact]
    public async Task Track_ThatSpotifyGivesAnotherIdFor_IsOnePlayOfOneSong()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var (old, end) = (FakeIds.Create("the old id"), Now.AddHours(-1));
        _capturing.Spotify.World.Relinked[old] = Tracks[5];
        person.Play(Tracks[5], end);
        await _capturing.CaptureAsync(userId);
        await _capturing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2026_1", new Heard(Tracks[5], end, Tracks[5].DurationMs).ToRow() with { TrackUri = "spotify:track:" + old }));
        Assert.Equal([$"{end:MM-dd HH:mm:ss.fff} {old}"], await _capturing.ShownAsync(userId));

        var told = await _capturing.Spotify.Api.TrackAsync(_capturing.Spotify.Pass, old, Stop);
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        var ids = await SpotifyCatalog.StoreTracksAsync(context, [told], Stop);
        await transaction.CommitAsync(Stop);
        Assert.Equal([old, Tracks[5].Id], ids.Keys.OrderBy(id => id != old));
        Assert.Equal(1, await context.Tracks.Where(track => ids.Values.Contains(track.Id)).Select(track => track.SongId).Distinct().CountAsync(Stop));
    }

    [Fact]
    public async Task NotFound_IsSaidAndTriedAgain()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        person.Play(Tracks[0], Now);
        _capturing.Spotify.World.Faults.Add(new FakeFault(FaultKind.ServerError, Status: 404, Path: "recently-played"));

        Assert.Equal("Spotify has no such thing any more.", await _capturing.CaptureAsync(userId));
        Assert.Null(await _capturing.CaptureAsync(userId));
        Assert.Single(await _capturing.ShownAsync(userId));
    }

    [Fact]
    public async Task RefreshToken_ThatWasRotatedAndLost_AsksForASignIn_AndLosesNothing()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        person.Play(Tracks[0], Now);
        await _capturing.CaptureAsync(userId);
        _capturing.Spotify.App.RefreshAnswer = RefreshAnswer.Rotated;
        _capturing.Spotify.Clock.Advance(TimeSpan.FromHours(2));
        person.Play(Tracks[1], Now);
        // The server died between Spotify's answer and the row: what it holds is the token before.
        await database.ExecuteAsync($"create table spotify_accounts_before as select * from spotify_accounts where user_id = '{userId}'");
        await _capturing.CaptureAsync(userId);
        await database.ExecuteAsync(
            $"update spotify_accounts a set refresh_token = b.refresh_token, access_token = b.access_token, access_ends_at = b.access_ends_at from spotify_accounts_before b where b.user_id = a.user_id");
        await database.ExecuteAsync("drop table spotify_accounts_before");
        person.Play(Tracks[2], Now);

        Assert.Equal(SpotifyErrors.Reconnect, await _capturing.CaptureAsync(userId));
        _capturing.Spotify.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await _capturing.Schedule.EnqueueDueAsync(Stop));
        await _capturing.Spotify.ConnectAsync(userId, person);
        Assert.Equal(1, await _capturing.Schedule.EnqueueDueAsync(Stop));
        Assert.Null(await _capturing.CaptureAsync(userId));
        Assert.Equal(3, (await _capturing.ShownAsync(userId)).Count);
    }

    [Fact]
    public async Task Write_ThatFails_LeavesNoLockBehindAndNothingHalfDone()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        for (var n = 0; n < 4; n++) person.Play(Tracks[n], Now.AddMinutes(5 * n - 20));
        await database.ExecuteAsync(
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
            create trigger refuse after insert on plays for each statement execute function refuse()
            """);
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => _capturing.CaptureAsync(userId));
            Assert.Equal(0L, await database.ScalarAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"));
        }
        finally
        {
            await database.ExecuteAsync("drop trigger refuse on plays; drop function refuse");
        }

        Assert.Equal(0L, await database.ScalarAsync<long>($"select count(*) from user_tracks where user_id = '{userId}'"));
        Assert.Null(await _capturing.CaptureAsync(userId));
        Assert.Equal(4, (await _capturing.ShownAsync(userId)).Count);
        await database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Restart_InTheMiddle_GoesOnAndWritesOnce()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        person.Play(Tracks[0], Now);
        Assert.True(await _capturing.Schedule.StartAsync(userId, _capturing.Plays.Kind, Stop));
        var (runner, worker) = (new JobRunner(_capturing.Queue, [_capturing.Job], NullLogger<JobRunner>.Instance), Guid.NewGuid());
        var job = (await _capturing.Queue.ClaimAsync(worker, runner.Kinds, Stop))!;
        _capturing.Spotify.World.Faults.Add(new FakeFault(FaultKind.Slow, Delay: TimeSpan.FromSeconds(30), Path: "recently-played"));
        using (var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop))
        {
            var running = runner.RunAsync(job, worker, stopping.Token);
            while (!_capturing.Spotify.World.Calls.Any(call => call.Path.Contains("recently-played", StringComparison.Ordinal))) await Task.Delay(20, Stop);
            await stopping.CancelAsync();
            await running;
        }

        // Another one is killed outright, and its lease ends.
        Assert.Equal(job.Id, (await _capturing.Queue.ClaimAsync(Guid.NewGuid(), runner.Kinds, Stop))!.Id);
        await database.ExecuteAsync($"update jobs set lease_until = now() - interval '1 second' where id = {job.Id}");
        var next = Guid.NewGuid();
        await runner.RunAsync((await _capturing.Queue.ClaimAsync(next, runner.Kinds, Stop))!, next, Stop);

        Assert.Single(await _capturing.ShownAsync(userId));
        Assert.Equal((CapturePhase.Waiting, null), ((await _capturing.StateAsync(userId)).Phase, (await _capturing.StateAsync(userId)).Error));
    }

    [Fact]
    public async Task FirstCapture_AfterAnImport_LeavesAGap_UntilAnImportReachesOverIt()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var begin = Now.AddDays(-20);
        List<Heard> heard = [.. Enumerable.Range(0, 90).Select(n => new Heard(Tracks[n], n < 20 ? begin.AddMinutes(10 * n) : begin.AddDays(19).AddMinutes(10 * n), 120_000))];
        await _capturing.ImportAsync(userId, Export(0, 5));
        Assert.Empty(await _capturing.Gaps.OpenAsync(userId, Stop));
        foreach (var play in heard) person.Play(play.Track, play.End);
        await _capturing.CaptureAsync(userId);
        (DateTimeOffset, DateTimeOffset)[] gap = [(heard[4].End, heard[40].End)];
        Assert.Equal(gap, await OpenAsync());

        await _capturing.ImportAsync(userId, Export(0, 30));
        Assert.Equal(gap, await OpenAsync());
        var whole = await _capturing.ImportAsync(userId, Export(0, 60));
        Assert.Empty(await OpenAsync());
        var again = await _capturing.ImportAsync(userId, Export(0, 60));
        Assert.True(await _capturing.UndoAsync(userId, whole));
        Assert.Empty(await OpenAsync());
        Assert.True(await _capturing.UndoAsync(userId, again));
        Assert.Equal(gap, await OpenAsync());
        await database.AssertTotalsAsync(userId);

        SpotifyExportBuilder Export(int from, int until) => new SpotifyExportBuilder().Audio("2026_1", heard[from..until].Select(play => play.ToRow()));
        async Task<IEnumerable<(DateTimeOffset, DateTimeOffset)>> OpenAsync() => (await _capturing.Gaps.OpenAsync(userId, Stop)).Select(open => (open.From, open.Until));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public async Task FiftyNewOnes_AreAGap_WhenThereWasRoomForMore(int heard, bool missed)
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var end = Now.AddHours(-9);
        for (var n = 0; n < 50; n++) end = Play(n);
        await _capturing.CaptureAsync(userId);
        Assert.Empty(await _capturing.Gaps.OpenAsync(userId, Stop)); // Before the first capture nothing is missing.

        var known = end;
        for (var n = 0; n < heard; n++) end = Play(60 + n);
        await _capturing.CaptureAsync(userId);
        await _capturing.CaptureAsync(userId);

        var gap = (await _capturing.Gaps.OpenAsync(userId, Stop)).Select(gap => (gap.From, gap.Until)).ToList();
        Assert.Equal(missed ? [(known, known.AddMilliseconds(Tracks[60].DurationMs + Tracks[61].DurationMs))] : [], gap);
        Assert.Empty(await _capturing.Gaps.OpenAsync((await _capturing.AddListenerAsync()).UserId, Stop));

        DateTimeOffset Play(int track)
        {
            var until = end.AddMilliseconds(Tracks[track].DurationMs);
            person.Play(Tracks[track], until);
            return until;
        }
    }

    [Theory]
    [InlineData(150)] // The earliest of the fifty that there are to read.
    [InlineData(170)]
    public async Task Gap_IsFound_WhateverWasTakenDownAtItsEnd(int gone)
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var (before, after) = (Now.AddDays(-2), Now.AddHours(-20));
        person.Play(Tracks[0], before);
        await _capturing.CaptureAsync(userId);
        for (var n = 0; n < 200; n++) person.Play(Tracks[n % 90], after.AddMinutes(5 * n), gone: n == gone);
        await _capturing.CaptureAsync(userId);
        await _capturing.CaptureAsync(userId);

        Assert.Equal([(before, after.AddMinutes(5 * 150))], (await _capturing.Gaps.OpenAsync(userId, Stop)).Select(gap => (gap.From, gap.Until)));
        Assert.Equal(50, (await _capturing.ShownAsync(userId)).Count);
    }

    [Fact]
    public async Task AnotherAccount_BeginsWithoutAGap_AndHasItsOwnFromThenOn()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        person.Play(Tracks[0], Now.AddDays(-2));
        await _capturing.CaptureAsync(userId);
        await database.ExecuteAsync($"update users set password_hash = 'x' where id = '{userId}'");
        await _capturing.Spotify.Services.GetRequiredService<SpotifyAccounts>().DisconnectAsync(userId, Stop);
        (person.AccountId, var after) = ("another" + userId.ToString("N"), Now.AddHours(-20));
        await _capturing.Spotify.ConnectAsync(userId, person);
        for (var n = 0; n < 50; n++) person.Play(Tracks[n], after.AddMinutes(5 * n));
        await _capturing.CaptureAsync(userId);
        Assert.Empty(await _capturing.Gaps.OpenAsync(userId, Stop));

        for (var n = 0; n < 50; n++) person.Play(Tracks[n], after.AddHours(9).AddMinutes(5 * n));
        await _capturing.CaptureAsync(userId);
        Assert.Equal([(after.AddMinutes(5 * 49), after.AddHours(9))], (await _capturing.Gaps.OpenAsync(userId, Stop)).Select(gap => (gap.From, gap.Until)));
    }

    [Fact]
    public async Task Times_ThatCannotBe_AreLeftOut_AndHideNoGap()
    {
        var (userId, person) = await _capturing.AddListenerAsync();
        var (before, after) = (Now.AddDays(-2), Now.AddHours(-20));
        person.Play(Tracks[0], before);
        await _capturing.CaptureAsync(userId);
        person.Forget();
        DateTimeOffset[] odd = [DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, Now.AddDays(2), DateTimeOffset.MaxValue];
        foreach (var time in odd) person.Play(Tracks[1], time, toldAt: after);
        for (var n = 0; n < 45; n++) person.Play(Tracks[n], after.AddMinutes(5 * n));
        person.Play(Tracks[2], Now.AddHours(23), toldAt: after);

        Assert.Null(await _capturing.CaptureAsync(userId));
        Assert.Equal(1 + 45 + 1, (await _capturing.ShownAsync(userId)).Count);
        Assert.Equal([(before, after)], (await _capturing.Gaps.OpenAsync(userId, Stop)).Select(gap => (gap.From, gap.Until)));
    }
}
