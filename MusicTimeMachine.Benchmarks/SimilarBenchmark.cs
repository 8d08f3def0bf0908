using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Catalog.Albums;
using MusicTimeMachine.Features.Catalog.Artists;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Benchmarks;

/// <summary>
/// Similar tracks and the pages of tracks, artists and albums: over a large library among those of 20 others, and again
/// when the catalogue has a million tracks, of which two people have some.
/// </summary>
internal sealed class SimilarBenchmark(ThrowAwayDatabase database)
{
    private const int OtherPeople = 20;
    private const int PlaysOfOthers = 20_000;
    private const int Runs = 200;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly SimilarTracksQuery _similar = new(database);

    public static async Task RunAsync(string[] args)
    {
        var plays = new Option<int>("--plays") { DefaultValueFactory = _ => 1_000_000 };
        var parsed = new RootCommand { plays }.Parse(args);
        await using var database = await ThrowAwayDatabase.StartAsync();
        await new SimilarBenchmark(database).RunAsync(parsed.GetValue(plays));
    }

    private async Task RunAsync(int plays)
    {
        for (var other = 1; other <= OtherPeople; other++)
        {
            await WriteAsync(PlaysOfOthers, (ulong)other + 1);
            await database.ExecuteAsync($"update users set demo = false, name = 'other ' || {other} where demo");
        }

        var (large, small) = (await WriteAsync(plays, 1), await FindAsync("other 1"));
        await database.ExecuteAsync($"vacuum analyze");
        await PrintAsync("the large library", large);
        await PrintAsync("a small one", small);

        await EnlargeAsync();
        await PrintAsync("the large library", large);
        await PrintAsync("a small one", small);
        await PrintAsync("a hundredth", await FindAsync("hundredth"));

        await PagesAsync(large);
    }

    private async Task<Guid> WriteAsync(int plays, ulong seed) => await new DemoWriter(database).WriteAsync(
        new DemoLibrary(new DemoOptions(new DateOnly(2026, 11, 19), DemoOptions.Zurich, plays, DemoOptions.TracksFor(plays), seed)), None);

    /// <summary>Fills the catalogue up to a million tracks that sound in any way, and gives every hundredth to somebody.</summary>
    private async Task EnlargeAsync()
    {
        await database.ExecuteAsync(
            $"""
             with artist as (select min(id) as id from artists),
             added as (insert into songs (artist_id, title_key) select artist.id, 'filler ' || n from artist, generate_series(1, 1000000 - (select count(*) from tracks)) n returning id, artist_id, title_key)
             insert into tracks (song_id, artist_id, name, name_key, display_artist, audio_features)
             select id, artist_id, title_key, title_key, 'Filler',
                 jsonb_build_object('energy', round(random()::numeric, 3), 'valence', round(random()::numeric, 3), 'danceability', round(random()::numeric, 3))
             from added
             """);
        await database.ExecuteAsync($"insert into users (name, display_name, time_zone, role) values ('hundredth', 'hundredth', 'UTC', 'member')");
        await database.ExecuteAsync(
            $"insert into user_tracks (user_id, track_id, plays, ms_played) select u.id, t.id, 0, 0 from users u, tracks t where u.name = 'hundredth' and t.id % 100 = 0");
        await database.ExecuteAsync($"vacuum analyze");
    }

    private async Task PrintAsync(string name, Guid user)
    {
        var library = await LibraryAsync(user);
        await using var context = database.CreateDbContext();
        var all = await context.Tracks.CountAsync(None);
        var title = string.Create(CultureInfo.InvariantCulture, $"{name}: {library.Length:N0} of {all:N0} tracks");
        var (random, warm) = (new Random(5), new Timings());
        for (var run = -20; run < Runs; run++)
        {
            var (timings, track) = (run < 0 ? new Timings() : warm, library[random.Next(library.Length)]);
            await timings.MeasureAsync($"20 similar, {title}", () => _similar.FindAsync(user, track, 20, None));
            await timings.MeasureAsync($"100 similar, {title}", () => _similar.FindAsync(user, track, 100, None));
        }

        await Console.Out.WriteLineAsync($"{warm}\n");
    }

    private async Task PagesAsync(Guid user)
    {
        var (memory, plays, library) = (new ListeningMemory(database, TimeProvider.System), new PlaysQuery(database), await LibraryAsync(user));
        var histories = new ItemHistoryQuery(memory, plays);
        var tracks = new TrackPageQuery(new(database), _similar, histories, memory);
        var (artists, albums) = (new ArtistPageQuery(new(database), histories), new AlbumPageQuery(new(database), histories));
        var (random, warm) = (new Random(6), new Timings());
        for (var run = -20; run < Runs; run++)
        {
            // Every other one is among the most played: they have the longest history.
            var (timings, id) = (run < 0 ? new Timings() : warm, run % 2 == 0 ? library[random.Next(100)] : library[random.Next(library.Length)]);
            var track = await timings.MeasureAsync("**a track's page**", () => tracks.FindAsync(user, id, SimilarTracksQuery.Usual, None));
            await timings.MeasureAsync("**an artist's page**", () => artists.FindAsync(user, track!.Track.Credits[0].ArtistId, 1, None));
            await timings.MeasureAsync("**an album's page**", () => albums.FindAsync(user, track!.Track.AlbumId ?? 0, None));
        }

        await Console.Out.WriteLineAsync($"{warm}\n");
    }

    private async Task<long[]> LibraryAsync(Guid user)
    {
        await using var context = database.CreateDbContext();
        return await context.UserTracks.Where(track => track.UserId == user).OrderByDescending(track => track.Plays).ThenBy(track => track.TrackId)
            .Select(track => track.TrackId).ToArrayAsync(None);
    }

    private async Task<Guid> FindAsync(string name)
    {
        await using var context = database.CreateDbContext();
        return await context.Users.Where(user => user.Name == name).Select(user => user.Id).SingleAsync(None);
    }
}
