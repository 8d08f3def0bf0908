using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Features.Snapshots;

namespace MusicTimeMachine.Benchmarks;

/// <summary>
/// What is kept of Spotify, in a large library: 20,000 likes, three years of daily snapshots, and a playlist of 10,000 tracks
/// with 50 versions beside the demo's. Each row of the table is all that a page asks for.
/// </summary>
internal sealed class KeepingBenchmark(LargeLibrary library)
{
    private const int Likes = 20_000;
    private const int SnapshotDays = 3 * 365;
    private const int Versions = 50;
    private const int Rounds = 50;
    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task RunAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        var benchmark = new KeepingBenchmark(await LargeLibrary.WriteAsync(database, args));
        var playlist = await benchmark.FillAsync();
        await benchmark.AskAllAsync(new Timings(), playlist, 3);
        var timings = new Timings();
        await benchmark.AskAllAsync(timings, playlist, Rounds);
        await Console.Out.WriteLineAsync($"{Likes:N0} likes, {SnapshotDays:N0} days of snapshots, a playlist of {Versions} versions\n\n{timings}\n");
    }

    private async Task<long> FillAsync()
    {
        var (user, last) = (library.User, library.Options.LastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await library.Database.ExecuteAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at, notes)
             select user_id, track_id, coalesce(last_played_at, now()), case when track_id % 10 = 0 then 'Heard in the rain, number ' || track_id end
             from user_tracks where user_id = {user} order by plays desc limit {Likes} on conflict do nothing
             """);
        await library.Database.ExecuteAsync($"delete from snapshot_days where user_id = {user}");
        await library.Database.ExecuteAsync($"insert into snapshot_days (user_id, date, taken_at) select {user}, {last}::date - n, now() from generate_series(0, {SnapshotDays - 1}) n");
        await library.Database.ExecuteAsync(
            $"""
             insert into snapshots (user_id, date, time_range, rank, track_id)
             select {user}, d.date, r.range, t.rank, t.track_id
             from snapshot_days d
             cross join unnest(array['short_term', 'medium_term', 'long_term']) as r (range)
             cross join lateral (
                 select row_number() over (order by track_id) as rank, track_id
                 from (select track_id from user_tracks where user_id = {user} order by plays desc, track_id offset ({last}::date - d.date) / 7 limit 50) tops) t
             where d.user_id = {user}
             """);
        await library.Database.ExecuteAsync(
            $"""
             with playlist as (insert into playlists (user_id, kind, name) values ({user}, 'picked', 'Long') returning id),
             versions as (
                 insert into playlist_versions (user_id, playlist_id, number, created_at, written, repeats, no_tracks, lost)
                 select {user}, id, n, now() - make_interval(days => 100 - n), 0, 0, 0, 0 from playlist, generate_series(1, {Versions}) n returning id, number),
             tracks as (select track_id, row_number() over (order by plays desc, track_id) - 1 as place from user_tracks where user_id = {user})
             insert into playlist_version_tracks (version_id, position, user_id, track_id)
             select v.id, t.place - v.number, {user}, t.track_id from versions v join tracks t on t.place >= v.number and t.place < v.number + 10000
             """);
        await library.Database.ExecuteAsync($"vacuum analyze");
        await using var context = library.Database.CreateDbContext();
        return context.Playlists.Single(playlist => playlist.UserId == user && playlist.Name == "Long").Id;
    }

    private async Task AskAllAsync(Timings timings, long playlist, int rounds)
    {
        var (likes, snapshots, playlists) = (new LikesQuery(library.Database), new SnapshotsQuery(library.Database), new PlaylistsQuery(library.Database));
        var gems = new GemsQuery(new ListeningMemory(library.Database, TimeProvider.System), library.Database, new Noon(library.Options.LastDay.AddDays(1)));
        for (var round = 0; round < rounds; round++)
        {
            foreach (var sort in Enum.GetValues<LikesSort>()) await timings.MeasureAsync($"likes, {sort.ToString().ToLowerInvariant()}", () => LikesAsync(likes, LikesRequest.Read(null, null, sort.ToString())));
            await timings.MeasureAsync("likes, two words", () => LikesAsync(likes, LikesRequest.Read("in rain", null, null)));
            await timings.MeasureAsync("likes, an artist that begins with one letter", () => LikesAsync(likes, LikesRequest.Read("artist:a", null, null)));
            await timings.MeasureAsync("snapshots, a day and a year of ranks", () => snapshots.AskAsync(library.User, new SnapshotsRequest(), None));
            await timings.MeasureAsync("gems of snapshots", () => gems.AskAsync(library.User, new GemsRequest { Source = GemSource.Snapshots }, None));
            await timings.MeasureAsync("all playlists", () => playlists.ListAsync(library.User, None));
            await timings.MeasureAsync("a playlist, compared", () => PlaylistAsync(playlists, playlist));
        }
    }

    private async Task<int> LikesAsync(LikesQuery likes, LikesRequest request)
    {
        await likes.CountAsync(library.User, None);
        await likes.ListAsync(library.User, request, 50, 0, None);
        return await likes.CountAsync(library.User, request, None);
    }

    private async Task<PlaylistComparison?> PlaylistAsync(PlaylistsQuery playlists, long id)
    {
        await playlists.FindAsync(library.User, id, None);
        await playlists.VersionsAsync(library.User, id, None);
        await playlists.TracksAsync(library.User, id, Versions, 100, 0, None);
        await playlists.DurationAsync(library.User, id, Versions, None);
        return await playlists.CompareAsync(library.User, id, Versions - 1, Versions, None);
    }
}
