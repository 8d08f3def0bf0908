using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Snapshots;

/// <summary>
/// One person's snapshots of some months, in the database and here as plain rows: days without, lists that are short or
/// empty, songs that stand in a list under two ids.
/// </summary>
public sealed class InventedSnapshots
{
    public required InventedHistory History { get; init; }
    public required IReadOnlyList<DateOnly> Dates { get; init; }
    public required IReadOnlyList<Snapshot> Tracks { get; init; }
    public required IReadOnlyList<ArtistSnapshot> Artists { get; init; }

    public Guid UserId => History.User.Id;

    private InventedCatalog Catalog => History.Catalog;

    /// <summary>A list as its rows say: rank, song or artist, the page's number and the name.</summary>
    public List<(int Rank, long Item, long Id, string Name)> List(DateOnly date, SpotifyRange range, SnapshotKind kind) => kind == SnapshotKind.Tracks
        ? [.. from row in Tracks where row.Date == date && row.TimeRange == range orderby row.Rank let track = Catalog.Track(row.TrackId) select ((int)row.Rank, track.SongId, track.Id, track.Name)]
        : [.. from row in Artists where row.Date == date && row.TimeRange == range orderby row.Rank let artist = Catalog.Artists.Single(artist => artist.Id == row.ArtistId) select ((int)row.Rank, artist.Id, artist.Id, artist.Name)];

    public static async Task<InventedSnapshots> CreateAsync(TestDatabase database, InventedHistory history, int seed)
    {
        var random = new Random(seed);
        DateOnly first = new(2025, 10, 1), last = new(2026, 4, 3);
        List<DateOnly> dates = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber).Select(first.AddDays).Where(date => date.Month != 2 && random.Next(5) > 0)];
        List<Snapshot> tracks = [];
        List<ArtistSnapshot> artists = [];
        // From list to list things change places, come and go.
        var orders = Enum.GetValues<SpotifyRange>().ToDictionary(range => range, _ => (Tracks: Shuffled(history.Catalog.Tracks, random), Artists: Shuffled(history.Catalog.Artists, random)));
        foreach (var date in dates)
        {
            foreach (var (range, order) in orders)
            {
                for (var swap = 0; swap < 4; swap++) Swap(order.Tracks, random);
                Swap(order.Artists, random);
                var (ofTracks, ofArtists) = random.Next(20) == 0 ? (0, 0) : (random.Next(8, 28), random.Next(2, 8));
                tracks.AddRange(order.Tracks.Take(ofTracks).Select((track, i) => new Snapshot { UserId = history.User.Id, Date = date, TimeRange = range, Rank = (short)(i + 1), TrackId = track.Id }));
                artists.AddRange(order.Artists.Take(ofArtists).Select((artist, i) => new ArtistSnapshot { UserId = history.User.Id, Date = date, TimeRange = range, Rank = (short)(i + 1), ArtistId = artist.Id }));
            }
        }

        await database.ExecuteAsync($"insert into user_tracks (user_id, track_id, plays, ms_played) select '{history.User.Id}', id, 0, 0 from tracks on conflict do nothing");
        await using var context = database.CreateDbContext();
        context.SnapshotDays.AddRange(dates.Select(date => new SnapshotDay { UserId = history.User.Id, Date = date, TakenAt = TakenAt(date) }));
        await context.SaveChangesAsync();
        context.Snapshots.AddRange(tracks);
        context.ArtistSnapshots.AddRange(artists);
        await context.SaveChangesAsync();
        return new InventedSnapshots { History = history, Dates = dates, Tracks = tracks, Artists = artists };
    }

    public static DateTimeOffset TakenAt(DateOnly date) => new(date, new TimeOnly(5, 40), TimeSpan.Zero);

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        T[] order = [.. items];
        random.Shuffle(order);
        return order;
    }

    private static void Swap<T>(T[] order, Random random)
    {
        var (a, b) = (random.Next(order.Length), random.Next(order.Length));
        (order[a], order[b]) = (order[b], order[a]);
    }
}
