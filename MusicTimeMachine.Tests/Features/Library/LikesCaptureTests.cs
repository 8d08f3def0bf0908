using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;

namespace MusicTimeMachine.Tests.Features.Library;

public sealed class LikesCaptureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LikedSongs_BecomeLikesWithSpotifysDates_AndAreReadToTheEndOnlyOnce()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        var neighbour = (await database.AddUserAsync()).Id;

        await CaptureAsync(spotify, user);
        var calls = spotify.World.Calls.Count;
        await CaptureAsync(spotify, user);

        Assert.Equal(spotify.Robin.Saved.Select(saved => (saved.Track.Name, saved.AddedAt)), (await LikesAsync(user)).Select(like => (like.Name, like.LikedAt)));
        Assert.All(await RowsAsync(user), row => Assert.Equal((true, row.LikedAt, null), (row.FromSpotify, row.OnSpotifySince, row.LeftSpotifyAt)));
        Assert.Equal((3, calls + 1), (calls, spotify.World.Calls.Count));
        Assert.Empty(await RowsAsync(neighbour));
    }

    [Fact]
    public async Task Gone_FromSpotify_GoesHere_UnlessItHasANoteOrWasMadeHere()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        var likes = Likes(spotify);
        await CaptureAsync(spotify, user);
        var saved = spotify.Robin.Saved.ToList();
        var (plain, noted, own) = (saved[60], saved[61], saved[62]);
        await likes.SetNotesAsync(user, await IdAsync(noted), "The ferry at night", Stop);
        await likes.UnlikeAsync(user, await IdAsync(own), Stop);
        spotify.Clock.Advance(TimeSpan.FromHours(1));
        await likes.LikeAsync(user, await IdAsync(own), null, Stop);
        await CaptureAsync(spotify, user);

        foreach (var gone in (FakeSaved[])[plain, noted, own]) spotify.Robin.Saved.Remove(gone);
        spotify.Robin.Saved.Insert(0, new FakeSaved(Unsaved(spotify), spotify.Clock.GetUtcNow()));
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await CaptureAsync(spotify, user);

        var rows = (await RowsAsync(user)).ToDictionary(row => row.TrackId);
        Assert.Equal(spotify.Robin.Saved.Count + 2, rows.Count);
        Assert.False(rows.ContainsKey(await IdAsync(plain)));
        Assert.Equal(("The ferry at night", (DateTimeOffset?)null), (rows[await IdAsync(noted)].Notes, rows[await IdAsync(noted)].OnSpotifySince));
        Assert.All([rows[await IdAsync(noted)], rows[await IdAsync(own)]], row => Assert.NotNull(row.LeftSpotifyAt));
        Assert.Equal(new LikesCount(rows.Count, 1, 2), await new LikesQuery(database).CountAsync(user, Stop));

        // Liked there again, both are as before.
        foreach (var back in (FakeSaved[])[noted, own]) spotify.Robin.Saved.Insert(0, back with { AddedAt = spotify.Clock.GetUtcNow() });
        await CaptureAsync(spotify, user);
        Assert.All((await RowsAsync(user)), row => Assert.Null(row.LeftSpotifyAt));
    }

    [Fact]
    public async Task Unlike_MadeHere_IsNotOverturned_UntilItIsLikedThereAgain()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        var taken = spotify.Robin.Saved[3];
        var id = await IdAsync(taken);

        await Likes(spotify).UnlikeAsync(user, id, Stop);
        await CaptureAsync(spotify, user);
        var calls = spotify.World.Calls.Count;
        await CaptureAsync(spotify, user);
        Assert.DoesNotContain(await RowsAsync(user), row => row.TrackId == id);
        Assert.Equal(calls + 1, spotify.World.Calls.Count);

        spotify.Clock.Advance(TimeSpan.FromDays(1));
        spotify.Robin.Saved.Remove(taken);
        spotify.Robin.Saved.Insert(0, taken with { AddedAt = spotify.Clock.GetUtcNow() });
        await CaptureAsync(spotify, user);
        Assert.Contains(await RowsAsync(user), row => row.TrackId == id);
    }

    [Fact]
    public async Task Undo_OfAnUnlike_BringsBackDateNoteAndWhereItCameFrom()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        var likes = Likes(spotify);
        await CaptureAsync(spotify, user);
        var id = await IdAsync(spotify.Robin.Saved[5]);
        await likes.SetNotesAsync(user, id, "Kept", Stop);
        var before = await RowsAsync(user);

        var removed = await likes.RemoveAsync(user, id, Stop);
        Assert.True(await likes.RestoreAsync(user, removed!, Stop));
        Assert.Null(await likes.RemoveAsync(user, long.MaxValue, Stop));

        Assert.Equivalent(before, await RowsAsync(user), strict: true);
        Assert.Equal(0, await database.ScalarAsync<long>($"select count(*) from like_changes where user_id = '{user}'"));
    }

    [Fact]
    public async Task Undo_OfALikeThatWasGoneFromSpotify_AndIsThereAgain_BringsBackItsNote()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        var (likes, saved) = (Likes(spotify), spotify.Robin.Saved[5]);
        await CaptureAsync(spotify, user);
        var id = await IdAsync(saved);
        await likes.SetNotesAsync(user, id, "Kept", Stop);
        spotify.Robin.Saved.Remove(saved);
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await CaptureAsync(spotify, user);
        spotify.Robin.Saved.Insert(0, saved with { AddedAt = spotify.Clock.GetUtcNow() });
        spotify.Clock.Advance(TimeSpan.FromHours(1));

        var removed = (await likes.RemoveAsync(user, id, Stop))!;
        await CaptureAsync(spotify, user);
        Assert.NotNull(removed.LeftSpotifyAt);
        Assert.True(await likes.RestoreAsync(user, removed, Stop));

        var row = (await RowsAsync(user)).Single(row => row.TrackId == id);
        Assert.Equal(("Kept", spotify.Robin.Saved[0].AddedAt, null), (row.Notes, row.OnSpotifySince, row.LeftSpotifyAt));
    }

    [Theory]
    [InlineData(FaultKind.Quota)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.ServerError)]
    public async Task List_ThatBreaksOff_RemovesNothing_AndKeepsWhatCame(FaultKind kind)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        spotify.Robin.Saved.Insert(0, new FakeSaved(Unsaved(spotify), spotify.Clock.GetUtcNow()));
        spotify.Robin.Saved.RemoveAt(100);
        spotify.Robin.Saved.RemoveAt(120);
        spotify.World.Faults.Add(new FakeFault(kind, TimeSpan.FromHours(9), Path: "offset=50"), times: 9);

        await Assert.ThrowsAsync<SpotifyException>(() => CaptureAsync(spotify, user));

        Assert.Equal(131, (await RowsAsync(user)).Count);
    }

    [Fact]
    public async Task Entry_WithoutATrack_DoesNotLetTheListBeReadToItsEndEachTime()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        spotify.Robin.Saved[3] = spotify.Robin.Saved[3] with { Track = spotify.Robin.Saved[3].Track with { Id = "" } };
        var capture = Capture(spotify);
        int Pages() => spotify.World.Calls.Count(call => call.Path.Contains("/me/tracks", StringComparison.Ordinal));
        async Task<int> PagesAsync()
        {
            var before = Pages();
            spotify.Clock.Advance(TimeSpan.FromDays(1));
            await capture.CaptureAsync(user, Stop);
            return Pages() - before;
        }

        await capture.CaptureAsync(user, Stop);
        Assert.Equal(1, await PagesAsync());
        Assert.Equal(129, (await RowsAsync(user)).Count);

        // What goes is found all the same, and so is what comes; the entry itself may go too.
        spotify.Robin.Saved.RemoveAt(100);
        await PagesAsync();
        Assert.Equal(128, (await RowsAsync(user)).Count);
        spotify.Robin.Saved.RemoveAt(3);
        spotify.Robin.Saved.Insert(0, new FakeSaved(Unsaved(spotify), spotify.Clock.GetUtcNow()));
        await PagesAsync();
        Assert.Equal(1, await PagesAsync());
        Assert.Equal(129, (await RowsAsync(user)).Count);
    }

    [Fact]
    public async Task Song_ThatAListLeavesOut_IsAskedForByItself_AndStays()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        var hidden = await IdAsync(spotify.Robin.Saved[70]);

        spotify.Robin.Unlisted.Add(spotify.Robin.Saved[70].Track.Id);
        spotify.Robin.Saved.RemoveAt(90);
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await CaptureAsync(spotify, user);

        Assert.Equal(129, (await RowsAsync(user)).Count);
        Assert.Contains(await RowsAsync(user), row => row.TrackId == hidden);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unlike_ThatAListLeavesOut_IsAskedForByItself_AndHolds(bool writes)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database, writesLikes: writes);
        await CaptureAsync(spotify, user);
        var id = await IdAsync(spotify.Robin.Saved[70]);
        await Likes(spotify).UnlikeAsync(user, id, Stop);

        spotify.Robin.Unlisted.Add(spotify.Robin.Saved[70].Track.Id);
        spotify.Robin.Saved.RemoveAt(20);
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await CaptureAsync(spotify, user);
        spotify.Robin.Unlisted.Clear();
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await CaptureAsync(spotify, user);

        Assert.DoesNotContain(await RowsAsync(user), row => row.TrackId == id);
        Assert.Equal(writes, await database.ScalarAsync<bool>($"select unwritten from like_changes where user_id = '{user}' and track_id = {id}"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Unlike_OfWhatIsGoneFromSpotify_IsForgotten_UnlessItIsToBeWritten(bool writes, long kept)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database, writesLikes: writes);
        await CaptureAsync(spotify, user);
        await Likes(spotify).UnlikeAsync(user, await IdAsync(spotify.Robin.Saved[70]), Stop);

        spotify.Robin.Saved.RemoveAt(70);
        spotify.Clock.Advance(TimeSpan.FromDays(1));
        await CaptureAsync(spotify, user);
        var calls = spotify.World.Calls.Count;
        await CaptureAsync(spotify, user);

        Assert.Equal(kept, await database.ScalarAsync<long>($"select count(*) from like_changes where user_id = '{user}'"));
        Assert.Equal(calls + 1, spotify.World.Calls.Count);
    }

    [Fact]
    public async Task Disconnecting_KeepsAllLikes_AndAnotherAccountHasNoSayInThem()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        await database.ExecuteAsync($"update users set password_hash = 'x' where id = '{user}'");
        await spotify.Services.GetRequiredService<SpotifyAccounts>().DisconnectAsync(user, Stop);

        spotify.Robin.Saved.Clear();
        spotify.Robin.AccountId = "another" + Guid.NewGuid().ToString("N");
        await spotify.ConnectAsync(user, spotify.Robin);
        await CaptureAsync(spotify, user);

        Assert.Equal(130, (await RowsAsync(user)).Count);
        Assert.All(await RowsAsync(user), row => Assert.Equal((false, null, null), (row.FromSpotify, row.OnSpotifySince, row.LeftSpotifyAt)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unlike_MadeHere_HoldsWhenTheSameAccountIsConnectedAgain(bool writes)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database, writesLikes: writes);
        await CaptureAsync(spotify, user);
        var id = await IdAsync(spotify.Robin.Saved[5]);
        await Likes(spotify).UnlikeAsync(user, id, Stop);

        await database.ExecuteAsync($"update users set password_hash = 'x' where id = '{user}'");
        await spotify.Services.GetRequiredService<SpotifyAccounts>().DisconnectAsync(user, Stop);
        Assert.Equal("0 0 0", await database.ScalarAsync<string>(
            $"select concat_ws(' ', count(on_spotify_since), count(*) filter (where unwritten), count(*) filter (where refused)) from like_changes where user_id = '{user}' and track_id = {id}"));
        spotify.Clock.Advance(TimeSpan.FromHours(1));
        await spotify.ConnectAsync(user, spotify.Robin);
        await CaptureAsync(spotify, user);

        Assert.Equal(129, (await RowsAsync(user)).Count);
        Assert.DoesNotContain(await RowsAsync(user), row => row.TrackId == id);
    }

    private static FakeTrack Unsaved(SpotifyFixture spotify) => spotify.World.Tracks.First(track => spotify.Robin.Saved.All(saved => saved.Track != track));

    private static Likes Likes(SpotifyFixture spotify) => new(spotify.Services.GetRequiredService<IDbContextFactory<MusicContext>>(), spotify.Clock);

    private static LikesCapture Capture(SpotifyFixture spotify) =>
        new(spotify.Services.GetRequiredService<IDbContextFactory<MusicContext>>(), spotify.Services.GetRequiredService<SpotifyAccess>(), spotify.Api, spotify.Clock);

    private static Task CaptureAsync(SpotifyFixture spotify, Guid userId) => Capture(spotify).CaptureAsync(userId, Stop);

    private Task<IReadOnlyList<LikeRow>> LikesAsync(Guid userId) => new LikesQuery(database).ListAsync(userId, LikesRequest.Read(null, null, null), 200, 0, Stop);

    private async Task<long> IdAsync(FakeSaved saved)
    {
        await using var context = database.CreateDbContext();
        return await context.Tracks.Where(track => track.SpotifyId == saved.Track.Id).Select(track => track.Id).SingleAsync(Stop);
    }

    private async Task<List<LikedTrack>> RowsAsync(Guid userId)
    {
        await using var context = database.CreateDbContext();
        return await context.LikedTracks.AsNoTracking().Where(like => like.UserId == userId).OrderBy(like => like.TrackId).ToListAsync(Stop);
    }
}
