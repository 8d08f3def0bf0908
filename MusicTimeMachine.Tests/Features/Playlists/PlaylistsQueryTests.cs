using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Tests.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Playlists;

public sealed class PlaylistsQueryTests(SearchLibrary library) : IClassFixture<SearchLibrary>
{
    private readonly PlaylistsQuery _query = new(library.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_HasWhatChangedLastFirst_WithTheLastVersion()
    {
        var (user, tracks) = await library.AddTracksAsync(6);
        await using var context = library.Database.CreateDbContext();
        await InventedPlaylists.AddAsync(context, user, "Still", tracks[..2]);
        await InventedPlaylists.AddAsync(context, user, "Moving", tracks[..1], tracks[..5]);
        await InventedPlaylists.AddAsync(context, user, "Empty", Array.Empty<long>());
        var gone = await InventedPlaylists.AddAsync(context, user, "Gone", tracks[..1], tracks[..2], tracks[..3]);
        await library.Database.ExecuteAsync($"update playlists set gone_at = now() where id = {gone}");

        var playlists = await _query.ListAsync(user, Stop);

        Assert.Equal([("Moving", 5, 2), ("Empty", 0, 1), ("Still", 2, 1), ("Gone", 3, 3)], playlists.Select(playlist => (playlist.Name, playlist.Tracks, playlist.Versions)));
        Assert.Equal(InventedPlaylists.Begun.AddMonths(1), playlists[0].ChangedAt);
        Assert.Equal([4, 0, 2, 3], playlists.Select(playlist => playlist.Covers.Count));
        Assert.Equal("Song 0", playlists[0].Covers[0].Name);
    }

    [Fact]
    public async Task Tracks_OfAVersion_ComeInTheirOrder_PartByPart()
    {
        var (user, tracks) = await library.AddTracksAsync(5);
        await using var context = library.Database.CreateDbContext();
        long[] mixed = [tracks[3], tracks[0], tracks[4], tracks[1]];
        var id = await InventedPlaylists.AddAsync(context, user, "Mixed", tracks, mixed);

        var first = await _query.TracksAsync(user, id, 2, 3, 0, Stop);
        var rest = await _query.TracksAsync(user, id, 2, 3, 3, Stop);

        Assert.Equal(mixed, first.Concat(rest).Select(entry => entry.TrackId));
        Assert.Equal([0, 1, 2, 3], first.Concat(rest).Select(entry => entry.Position));
        Assert.Equal([2, 1], (await _query.VersionsAsync(user, id, Stop)).Select(version => version.Number));
        Assert.Equal(0, await _query.DurationAsync(user, id, 2, Stop)); // Of none it is known.
        await library.Database.ExecuteAsync($"update tracks set duration_ms = 200000 where id in ({tracks[3]}, {tracks[2]})");
        Assert.Equal((200_000, 400_000), (await _query.DurationAsync(user, id, 2, Stop), await _query.DurationAsync(user, id, 1, Stop)));
        Assert.Equal([4, 5], (await _query.VersionsAsync(user, id, Stop)).Select(version => version.Tracks));
    }

    [Fact]
    public async Task Compare_NamesWhatDiffers_AlsoWhatIsGone()
    {
        var (user, tracks) = await library.AddTracksAsync(4);
        await using var context = library.Database.CreateDbContext();
        var id = await InventedPlaylists.AddAsync(context, user, "Changing", tracks[..3], [tracks[3], tracks[1], tracks[0]]);

        var comparison = (await _query.CompareAsync(user, id, 1, 2, Stop))!;

        Assert.Equal(["Song 3"], comparison.Diff.Added.Select(place => comparison.Names[place.TrackId].Name));
        Assert.Equal(["Song 2"], comparison.Diff.Removed.Select(place => comparison.Names[place.TrackId].Name));
        Assert.Single(comparison.Diff.Moved);
        Assert.All(comparison.Diff.Moved, move => Assert.Contains(move.TrackId, comparison.Names.Keys));
        Assert.Null(await _query.CompareAsync(user, id, 1, 3, Stop));
        Assert.Null(await _query.CompareAsync(user, id, 2, 2, Stop));
    }

    [Fact]
    public async Task Another_FindsNothing()
    {
        var (user, tracks) = await library.AddTracksAsync(2);
        await using var context = library.Database.CreateDbContext();
        var id = await InventedPlaylists.AddAsync(context, user, "Mine", tracks[..1], tracks);
        var other = (await library.Database.AddUserAsync()).Id;

        Assert.Empty(await _query.ListAsync(other, Stop));
        Assert.Null(await _query.FindAsync(other, id, Stop));
        Assert.Empty(await _query.VersionsAsync(other, id, Stop));
        Assert.Empty(await _query.TracksAsync(other, id, 1, 10, 0, Stop));
        Assert.Null(await _query.CompareAsync(other, id, 1, 2, Stop));
        Assert.Null(await _query.FileAsync(other, id, 1, Stop));
        Assert.Equal(["Song 0", "Song 1"], (await _query.FileAsync(user, id, 2, Stop))!.Tracks.Select(track => track.Title));
        Assert.Null(await _query.FileAsync(user, id, 3, Stop));
    }
}
