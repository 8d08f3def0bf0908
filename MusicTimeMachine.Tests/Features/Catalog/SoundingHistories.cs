using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Catalog;

/// <summary>
/// Two people in two time zones over one catalogue with audio features: tracks without any, ids of one song that sound
/// different, many that are as far from one another; guests on tracks of others.
/// </summary>
public sealed class SoundingHistories(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, InventedHistory> _histories = [];

    public TestDatabase Database { get; } = new(cluster);

    public ListeningMemory Memory { get; private set; } = null!;

    public InventedCatalog Catalog { get; private set; } = null!;

    /// <summary>By the track's id: energy, valence, danceability.</summary>
    public Dictionary<long, double[]> Sounds { get; } = [];

    /// <summary>By the track's id, the guest.</summary>
    public Dictionary<long, Artist> Guests { get; } = [];

    public InventedHistory Of(string zone) => _histories[zone];

    /// <summary>The ids in the person's library.</summary>
    public async Task<HashSet<long>> LibraryAsync(InventedHistory history)
    {
        await using var context = Database.CreateDbContext();
        return [.. await context.UserTracks.Where(track => track.UserId == history.User.Id).Select(track => track.TrackId).ToListAsync()];
    }

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        Memory = new ListeningMemory(Database, TimeProvider.System);
        await using var context = Database.CreateDbContext();
        Catalog = await InventedCatalog.CreateAsync(context);
        var random = new Random(3);
        foreach (var (track, i) in Catalog.Tracks.Select((track, i) => (track, i)))
        {
            context.TrackArtists.Add(new TrackArtist { TrackId = track.Id, ArtistId = track.ArtistId });
            if (i % 5 == 0)
            {
                Guests[track.Id] = Catalog.Artists[(Catalog.Artists.FindIndex(artist => artist.Id == track.ArtistId) + 2) % 9];
                context.TrackArtists.Add(new TrackArtist { TrackId = track.Id, ArtistId = Guests[track.Id].Id, Position = 1 });
            }

            if (i % 8 == 7) continue;
            double[] sound = [random.Next(5) / 4.0, random.Next(5) / 4.0, random.Next(5) / 4.0];
            Sounds[track.Id] = sound;
            track.AudioFeatures = string.Create(CultureInfo.InvariantCulture, $$"""{"energy":{{sound[0]}},"valence":{{sound[1]}},"danceability":{{sound[2]}},"tempo":{{100 + i}}}""");
            track.FeaturesProvider = "test";
        }

        await context.SaveChangesAsync();
        _histories["Europe/Zurich"] = await InventedHistory.CreateAsync(Database, Catalog, "Europe/Zurich", seed: 1);
        _histories["America/New_York"] = await InventedHistory.CreateAsync(Database, Catalog, "America/New_York", seed: 2);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>Counted plays of some tracks.</summary>
    public static IEnumerable<Play> Counted(InventedHistory history, Func<Track, bool> of) => history.Counted.Where(play => of(history.TrackOf(play)));
}
