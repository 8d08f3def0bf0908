using System.Collections.Concurrent;

namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>Everything that the server knows, with the knobs that tests turn.</summary>
/// <param name="clock">What time it is there.</param>
public sealed class FakeWorld(TimeProvider clock)
{
    private readonly ConcurrentQueue<FakeCall> _calls = new();

    /// <summary>The client id of <see cref="Invented"/>'s app.</summary>
    public const string ClientId = "0123456789abcdef0123456789abcdef";

    /// <summary>The secret that goes with it.</summary>
    public const string ClientSecret = "fedcba9876543210fedcba9876543210";

    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The apps that developers have registered.</summary>
    public IList<FakeApp> Apps { get; } = [];

    /// <summary>The people.</summary>
    public IList<FakePerson> People { get; } = [];

    /// <summary>The music.</summary>
    public IList<FakeTrack> Tracks { get; } = [];

    /// <summary>Ids that another track answers for, since theirs cannot be played any more.</summary>
    public IDictionary<string, FakeTrack> Relinked { get; } = new Dictionary<string, FakeTrack>(StringComparer.Ordinal);

    /// <summary>Playlists of everybody.</summary>
    public IList<FakePlaylist> Playlists { get; } = [];

    /// <summary>Codes and tokens.</summary>
    public FakeGrants Grants { get; } = new(clock);

    /// <summary>What goes wrong with the next calls.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>The server that links to the next page name instead of this one; null for this one.</summary>
    public Uri? NextPagesLeadTo { get; set; }

    /// <summary>Every call that came, in order.</summary>
    public IReadOnlyList<FakeCall> Calls => [.. _calls];

    /// <summary>
    /// A world with one app, three people and two hundred songs. Robin and Kim may use the app, Noa is not on its
    /// allow-list. They go on listening as the clock goes on.
    /// </summary>
    public static FakeWorld Invented(TimeProvider clock)
    {
        var world = new FakeWorld(clock);
        foreach (var track in InventedMusic.Create()) world.Tracks.Add(track);
        FakePerson[] people = [new("aRobin7Account", "robin.example", "Robin Example"), new("aKim4Account", "kim.example", null), new("aNoa9Account", "noa.example", "Noa Example")];
        foreach (var (index, person) in people.Index())
        {
            InventedListening.Begin(person, world.Tracks, world.Now, index);
            world.People.Add(person);
            world.Playlists.Add(new FakePlaylist(FakeIds.Create($"playlist {index}"), $"Kitchen {index + 1}", person.Id, [.. world.Tracks.Skip(7 * index).Take(12)]));
        }

        var app = new FakeApp(ClientId, ClientSecret);
        app.Register("http://127.0.0.1/signin-spotify"); // Without a port: under any.
        app.AllowList.Add("robin.example");
        app.AllowList.Add("kim.example");
        world.Apps.Add(app);
        return world;
    }

    internal FakeApp? FindApp(string? clientId) => Apps.FirstOrDefault(app => app.ClientId == clientId);

    internal FakeTrack? FindTrack(string id) => Relinked.TryGetValue(id, out var other) ? other : Tracks.FirstOrDefault(track => track.Id == id);

    internal FakePerson? FindPerson(string? id) => People.FirstOrDefault(person => person.Id == id);

    internal void Note(FakeCall call) => _calls.Enqueue(call);
}
