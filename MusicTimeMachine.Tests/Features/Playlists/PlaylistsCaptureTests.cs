using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;
using Npgsql;

namespace MusicTimeMachine.Tests.Features.Playlists;

public sealed class PlaylistsCaptureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Playlists_ThatMayBeRead_AreKept_AndReadAgainOnlyWhenTheyMoved()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var (own, kims, noas) = (spotify.World.Playlists[0], spotify.World.Playlists[1], spotify.World.Playlists[2]);
        kims.Collaborators.Add(spotify.Robin.Id);
        noas.Followers.Add(spotify.Robin.Id);
        var user = await spotify.AddLinkedAsync(database);

        await CaptureAsync(spotify, user);
        var calls = spotify.World.Calls.Count;
        await CaptureAsync(spotify, user);

        Assert.Equal([("Kitchen 1", "Robin Example"), ("Kitchen 2", "kim.example")], (await PlaylistsAsync(user)).Select(playlist => (playlist.Name, playlist.SpotifyOwner!)));
        Assert.Equal(own.Tracks.Select(track => track!.Name), await TracksAsync(user, "Kitchen 1", 1));
        Assert.Equal(kims.Tracks.Select(track => track!.Name), await TracksAsync(user, "Kitchen 2", 1));
        Assert.Equal((3, calls + 1), (calls, spotify.World.Calls.Count));
        Assert.Equal(own.Tracks.Union(kims.Tracks).Count(), await database.ScalarAsync<long>($"select count(*) from user_tracks where user_id = '{user}'"));
        Assert.Empty(await PlaylistsAsync((await database.AddUserAsync()).Id));
    }

    [Fact]
    public async Task Edits_BecomeVersions_AndWhatCannotBeKeptIsCounted()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var own = spotify.World.Playlists[0];
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);

        // The same songs, saved once more: another snapshot, and no other content.
        own.Write(own.Tracks);
        await CaptureAsync(spotify, user);
        Assert.Single(await VersionsAsync(user));

        var first = own.Tracks;
        (own.Name, own.Description, own.LocalFiles) = ("Kitchen & more", "Soup &amp; songs", 2);
        own.Write([first[1], first[0], first[1], null, .. first.Skip(3), spotify.World.Tracks[150]]);
        await CaptureAsync(spotify, user);
        own.Write([first[0], first[1]]);
        await CaptureAsync(spotify, user);

        Assert.Equal(
            [
                (1, "As it was at Spotify when it was first read.", 0, 0, 0),
                (2, "Changed at Spotify: 1 added, 1 removed.", 1, 2, 1),
                (3, "Changed at Spotify: 10 removed.", 0, 2, 0),
            ],
            (await VersionsAsync(user)).Select(version => (version.Number, version.Why!, version.Repeats, version.NoTracks, version.Lost)));
        Assert.Equal(
            [first[1]!.Name, first[0]!.Name, .. first.Skip(3).Select(track => track!.Name), spotify.World.Tracks[150].Name], await TracksAsync(user, "Kitchen & more", 2));
        Assert.Equal("Soup & songs", (await PlaylistsAsync(user)).Single().Description);
        Assert.Equal((await PlaylistsAsync(user)).Single().SnapshotId, own.SnapshotId);
    }

    [Fact]
    public async Task Gone_AtSpotify_IsMarkedAndStays_AndARefusalLeavesEverythingAsItWas()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var (own, kims) = (spotify.World.Playlists[0], spotify.World.Playlists[1]);
        kims.Collaborators.Add(spotify.Robin.Id);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);

        own.Followed = false;
        kims.Write([.. kims.Tracks.Take(60), .. spotify.World.Tracks.Skip(100).Take(70)]);
        spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromHours(3), Path: "offset=50"));
        await Assert.ThrowsAsync<SpotifyException>(() => CaptureAsync(spotify, user));
        Assert.Equal(2, (await VersionsAsync(user)).Count);
        Assert.All(await PlaylistsAsync(user), playlist => Assert.Null(playlist.GoneAt));

        spotify.Clock.Advance(TimeSpan.FromHours(3));
        await CaptureAsync(spotify, user);
        Assert.Equal([true, false], (await PlaylistsAsync(user)).Select(playlist => playlist.GoneAt is not null));
        Assert.Equal(12, (await TracksAsync(user, "Kitchen 1", 1)).Count);
        Assert.Equal(82, (await TracksAsync(user, "Kitchen 2", 2)).Count);

        own.Followed = true;
        await CaptureAsync(spotify, user);
        Assert.All(await PlaylistsAsync(user), playlist => Assert.Null(playlist.GoneAt));
    }

    [Theory]
    [InlineData(FaultKind.Truncated, SpotifyProblem.Unreadable)]
    [InlineData(FaultKind.ServerError, SpotifyProblem.Refused)]
    public async Task Unreadable_HoldsUpNoneOfTheOthers_AndIsSaid(FaultKind kind, SpotifyProblem problem)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var (own, kims, noas) = (spotify.World.Playlists[0], spotify.World.Playlists[1], spotify.World.Playlists[2]);
        kims.Collaborators.Add(spotify.Robin.Id);
        noas.Collaborators.Add(spotify.Robin.Id);
        spotify.World.Playlists.Add(new FakePlaylist(null!, "Nameless", spotify.Robin.Id, []));
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        (own.Followed, noas.Name) = (false, "Kitchen 3, again");
        foreach (var playlist in (FakePlaylist[])[kims, noas]) playlist.Write(playlist.Tracks.Skip(1));
        spotify.World.Faults.Add(new FakeFault(kind, Status: 400, Path: kims.Id));

        Assert.Equal(problem, (await Assert.ThrowsAsync<SpotifyException>(() => CaptureAsync(spotify, user))).Problem);
        Assert.Equal([(own.Name, true), (kims.Name, false), (noas.Name, false)], (await PlaylistsAsync(user)).Select(playlist => (playlist.Name, playlist.GoneAt is not null)));
        Assert.Equal([(own.Name, 1), (kims.Name, 1), (noas.Name, 2)], await CountsAsync());
        await CaptureAsync(spotify, user);
        Assert.Equal([(own.Name, 1), (kims.Name, 2), (noas.Name, 2)], await CountsAsync());

        async Task<IEnumerable<(string, int)>> CountsAsync()
        {
            var versions = await VersionsAsync(user);
            return (await PlaylistsAsync(user)).Select(playlist => (playlist.Name, versions.Count(version => version.PlaylistId == playlist.Id)));
        }
    }

    [Fact]
    public async Task Context_OfAPlayOrARule_HasThePlaylistsName_ForItsPersonAlone()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        var neighbour = (await database.AddUserAsync()).Id;
        var (rules, uri) = (new HidingRules(database, TimeProvider.System), "spotify:playlist:" + spotify.World.Playlists[0].Id);
        var track = await database.ScalarAsync<long>($"select max(track_id) from user_tracks where user_id = '{user}'");
        await database.ExecuteAsync($"insert into user_tracks (user_id, track_id, plays, ms_played, search) select '{neighbour}', id, 0, 0, search from tracks where id = {track}");
        foreach (var person in (Guid[])[user, neighbour])
        {
            await database.ExecuteAsync($"insert into plays (user_id, track_id, played_at, source, precision, context_uri) values ('{person}', {track}, '2026-02-01', 2, 0, '{uri}'), ('{person}', {track}, '2026-02-02', 2, 0, null)");
            await rules.HideContextAsync(person, uri, Stop);
        }

        Assert.Equal("Kitchen 1", (await rules.ListAsync(user, Stop)).Single().Name);
        Assert.Equal(uri, (await rules.ListAsync(neighbour, Stop)).Single().Name);
        Assert.Equal([null, "Kitchen 1"], (await PlaysAsync(user)).Select(play => play.Playlist));
        Assert.Equal([null, null], (await PlaysAsync(neighbour)).Select(play => play.Playlist));
    }

    [Fact]
    public async Task Database_RefusesHolesRepeatsAndOthersTracks()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await CaptureAsync(spotify, user);
        var version = (await VersionsAsync(user)).Single();
        var other = (await database.AddUserAsync()).Id;
        var track = await database.ScalarAsync<long>($"select track_id from playlist_version_tracks where version_id = {version.Id} and position = 0");
        await database.ExecuteAsync($"delete from playlist_version_tracks where version_id = {version.Id} and position = 0");

        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(13, user, track));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await RefusalAsync(1, user, track));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(0, other, track));
        Assert.Null(await RefusalAsync(0, user, track));

        async Task<string?> RefusalAsync(int position, Guid userId, long trackId)
        {
            try
            {
                await database.ExecuteAsync($"insert into playlist_version_tracks (version_id, position, user_id, track_id) values ({version.Id}, {position}, '{userId}', {trackId})");
                return null;
            }
            catch (PostgresException refused)
            {
                return refused.SqlState;
            }
        }
    }

    private async Task<IReadOnlyList<PlayRow>> PlaysAsync(Guid userId)
    {
        await using var context = database.CreateDbContext();
        return await PlayRows.ReadAsync(context, $"select * from plays where user_id = {userId}", Stop);
    }

    private Task CaptureAsync(SpotifyFixture spotify, Guid userId) =>
        new PlaylistsCapture(database, spotify.Services.GetRequiredService<SpotifyAccess>(), spotify.Api, spotify.Clock).CaptureAsync(userId, Stop);

    private async Task<List<Playlist>> PlaylistsAsync(Guid userId)
    {
        await using var context = database.CreateDbContext();
        return await context.Playlists.AsNoTracking().Where(playlist => playlist.UserId == userId).OrderBy(playlist => playlist.Id).ToListAsync(Stop);
    }

    private async Task<List<PlaylistVersion>> VersionsAsync(Guid userId)
    {
        await using var context = database.CreateDbContext();
        return await context.PlaylistVersions.AsNoTracking().Where(version => version.UserId == userId).OrderBy(version => version.Id).ToListAsync(Stop);
    }

    private async Task<List<string>> TracksAsync(Guid userId, string name, int number)
    {
        await using var context = database.CreateDbContext();
        return await (
            from playlist in context.Playlists
            join version in context.PlaylistVersions on playlist.Id equals version.PlaylistId
            join place in context.PlaylistTracks on version.Id equals place.VersionId
            join track in context.Tracks on place.TrackId equals track.Id
            where playlist.UserId == userId && playlist.Name == name && version.Number == number
            orderby place.Position
            select track.Name).ToListAsync(Stop);
    }
}
