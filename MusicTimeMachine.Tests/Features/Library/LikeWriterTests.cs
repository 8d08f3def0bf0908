using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;

namespace MusicTimeMachine.Tests.Features.Library;

public sealed class LikeWriterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Likes_MadeHereAfterTheyMayBeWritten_AreWrittenInCallsOfForty_AndUnlikesToo()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        spotify.Robin.Saved.Clear();
        var user = await spotify.AddLinkedAsync(database, writesLikes: true);
        var tracks = await OwnAsync(user, [.. spotify.World.Tracks.Take(95)]);
        foreach (var track in tracks) await LikeAsync(spotify, user, track);

        await WriteAsync(spotify, user);

        Assert.Equal(3, spotify.World.Calls.Count(call => call.Method == "PUT"));
        Assert.Equal(spotify.World.Tracks.Take(95).Select(track => track.Id).Order(StringComparer.Ordinal), Saved(spotify).Order(StringComparer.Ordinal));
        Assert.Equal(new LikeWritingState(true, true, true, 0, 0, 0, 0), await StateAsync(spotify, user));

        foreach (var track in tracks[..50]) await Likes(spotify).UnlikeAsync(user, track, Stop);
        await WriteAsync(spotify, user);
        await WriteAsync(spotify, user);

        Assert.Equal(2, spotify.World.Calls.Count(call => call.Method == "DELETE"));
        Assert.Equal(45, Saved(spotify).Count);
    }

    [Fact]
    public async Task Likes_MadeBefore_AreWrittenWhenThePersonWantsIt_AndThoseWithoutAnIdNever()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        spotify.Robin.Saved.Clear();
        var user = await spotify.AddLinkedAsync(database);
        var early = await OwnAsync(user, [.. spotify.World.Tracks.Take(3)]);
        foreach (var track in early) await LikeAsync(spotify, user, track);
        Assert.False(await Writing(spotify).SetAsync(user, true, Stop));
        await spotify.ConnectAsync(user, spotify.Robin, writesLikes: true);
        long named;
        await using (var context = database.CreateDbContext()) named = (await NamedTracks.FindOrAddAsync(context, [new NamedTrack("Nobody Else", $"Tape {user}", null)], Stop))[0];
        await OwnAsync(user, named);
        await LikeAsync(spotify, user, named);
        await LikeAsync(spotify, user, (await OwnAsync(user, spotify.World.Tracks[9]))[0]);
        Assert.Equal(new LikeWritingState(true, true, true, 1, 0, 3, 1), await StateAsync(spotify, user));

        await WriteAsync(spotify, user);
        Assert.Equal([spotify.World.Tracks[9].Id], Saved(spotify));
        Assert.Equal(3, await Writing(spotify).WriteAllAsync(user, Stop));
        await WriteAsync(spotify, user);

        Assert.Equal(4, Saved(spotify).Count);
        Assert.Equal(new LikeWritingState(true, true, true, 0, 0, 0, 1), await StateAsync(spotify, user));
        Assert.True(await Writing(spotify).SetAsync(user, false, Stop));
        await Likes(spotify).UnlikeAsync(user, early[0], Stop);
        await WriteAsync(spotify, user);
        Assert.Equal(4, Saved(spotify).Count);
    }

    [Fact]
    public async Task Refusals_AreSentences_AndNothingIsForgotten()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        spotify.Robin.Saved.Clear();
        var user = await spotify.AddLinkedAsync(database, writesLikes: true);
        foreach (var track in await OwnAsync(user, [.. spotify.World.Tracks.Take(60)])) await LikeAsync(spotify, user, track);

        spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromHours(14), Path: "/me/library"));
        var refused = await Assert.ThrowsAsync<SpotifyException>(() => WriteAsync(spotify, user));
        Assert.Equal((SpotifyProblem.QuotaUsedUp, 60), (refused.Problem, (await StateAsync(spotify, user)).Waiting));
        spotify.Clock.Advance(TimeSpan.FromHours(14));

        // Connected again without asking for it, the likes wait for leave.
        await spotify.ConnectAsync(user, spotify.Robin);
        var calls = spotify.World.Calls.Count;
        Assert.Equal(LikeWriting.NotAllowed, (await Assert.ThrowsAsync<SpotifyException>(() => WriteAsync(spotify, user))).Message);
        Assert.Equal(calls, spotify.World.Calls.Count);

        // One track that Spotify does not know spoils no other.
        await spotify.ConnectAsync(user, spotify.Robin, writesLikes: true);
        spotify.World.Tracks.RemoveAt(5);
        await WriteAsync(spotify, user);
        Assert.Equal(59, Saved(spotify).Count);
        Assert.Equal(new LikeWritingState(true, true, true, 0, 1, 0, 0), await StateAsync(spotify, user));
    }

    [Fact]
    public async Task Undo_BeforeOrAfterItIsWritten_IsWrittenToo()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        spotify.Robin.Saved.Clear();
        var user = await spotify.AddLinkedAsync(database, writesLikes: true);
        var track = (await OwnAsync(user, spotify.World.Tracks[0]))[0];
        await LikeAsync(spotify, user, track);
        await WriteAsync(spotify, user);

        await Likes(spotify).RestoreAsync(user, (await Likes(spotify).RemoveAsync(user, track, Stop))!, Stop);
        await WriteAsync(spotify, user);
        Assert.DoesNotContain(spotify.World.Calls, call => call.Method == "DELETE");
        Assert.Single(Saved(spotify));

        var removed = (await Likes(spotify).RemoveAsync(user, track, Stop))!;
        await WriteAsync(spotify, user);
        Assert.Empty(Saved(spotify));
        await Likes(spotify).RestoreAsync(user, removed, Stop);
        await WriteAsync(spotify, user);
        Assert.Single(Saved(spotify));
    }

    [Fact]
    public async Task Undo_WhileTheUnlikeIsOnItsWay_IsWrittenToo_AndTheLikeStays()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database, writesLikes: true);
        var likes = new LikesCapture(database, spotify.Services.GetRequiredService<SpotifyAccess>(), spotify.Api, spotify.Clock);
        await likes.CaptureAsync(user, Stop);
        var (taken, track) = (spotify.Robin.Saved[5], (await OwnAsync(user, spotify.Robin.Saved[5].Track))[0]);
        spotify.Clock.Advance(TimeSpan.FromHours(1));
        var removed = (await Likes(spotify).RemoveAsync(user, track, Stop))!;

        // Spotify has taken it out, and the answer is still to come.
        spotify.Robin.Saved.Remove(taken);
        await Likes(spotify).RestoreAsync(user, removed, Stop);
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await likes.CaptureAsync(user, Stop);
        await WriteAsync(spotify, user);
        await likes.CaptureAsync(user, Stop);

        Assert.Contains(taken.Track.Id, Saved(spotify));
        Assert.Equal(taken.AddedAt.UtcDateTime, await database.ScalarAsync<DateTime>($"select liked_at from liked_tracks where user_id = '{user}' and track_id = {track}"));
        Assert.Equal(0, (await StateAsync(spotify, user)).Waiting);
    }

    private static List<string> Saved(SpotifyFixture spotify) => [.. spotify.Robin.Saved.Select(saved => saved.Track.Id)];

    private Likes Likes(SpotifyFixture spotify) => new(database, spotify.Clock);

    private async Task LikeAsync(SpotifyFixture spotify, Guid userId, long track)
    {
        spotify.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Likes(spotify).LikeAsync(userId, track, null, Stop));
    }

    private LikeWriter Writer(SpotifyFixture spotify) => new(database, spotify.Services.GetRequiredService<SpotifyAccess>(), spotify.Api, spotify.Clock);

    private Task WriteAsync(SpotifyFixture spotify, Guid userId) => Writer(spotify).CaptureAsync(userId, Stop);

    private LikeWriting Writing(SpotifyFixture spotify)
    {
        var updates = new LiveUpdates(new Database(), NullLogger<LiveUpdates>.Instance);
        return new LikeWriting(database, new CaptureSchedule(database, [Writer(spotify)], new JobQueue(database, updates), updates, spotify.Clock), spotify.Clock);
    }

    private Task<LikeWritingState> StateAsync(SpotifyFixture spotify, Guid userId) => Writing(spotify).StateAsync(userId, Stop);

    private async Task<List<long>> OwnAsync(Guid userId, params FakeTrack[] tracks)
    {
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        var ids = await SpotifyCatalog.StoreTracksAsync(
            context, [.. tracks.Select(track => new SpotifyTrack(track.Id, track.Name, null, [new SpotifyArtist(track.Album.Artist.Id, track.Album.Artist.Name, null, null)], track.DurationMs, false, null, false, "track", track.Uri))], Stop);
        await SpotifyCatalog.AddToLibraryAsync(context, userId, [.. ids.Values], Stop);
        await transaction.CommitAsync(Stop);
        return [.. tracks.Select(track => ids[track.Id])];
    }

    private async Task OwnAsync(Guid userId, long track)
    {
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        await SpotifyCatalog.AddToLibraryAsync(context, userId, [track], Stop);
        await transaction.CommitAsync(Stop);
    }
}
