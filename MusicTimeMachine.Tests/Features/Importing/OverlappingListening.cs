using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>
/// One person's invented listening as three sources report it, each with its own gaps, blur and repeats: few songs in quick
/// succession, so that what belongs together is hard to tell.
/// </summary>
internal sealed class OverlappingListening
{
    private static readonly DateTimeOffset Beginning = new(2023, 3, 24, 20, 0, 0, TimeSpan.Zero);
    private static readonly int[] Lengths = [20_000, 95_000, 180_000];

    /// <param name="seed">Which listening.</param>
    /// <param name="plays">How many plays were really heard.</param>
    /// <param name="name">Makes the songs different from those of other listenings, so that the catalogue does not know them yet.</param>
    public OverlappingListening(int seed, int plays, string name)
    {
        var random = new Random(seed);
        var end = Beginning;
        for (var i = 0; i < plays; i++)
        {
            var song = random.Next(6);
            var row = new ExtendedRow(end += TimeSpan.FromSeconds(10 * random.Next(1, random.Next(20) == 0 ? 600 : 20)))
            {
                MsPlayed = Lengths[random.Next(Lengths.Length)],
                Track = $"Song {song} {name}",
                Artist = $"Band {song % 3} {name}",
                TrackUri = $"spotify:track:{seed:000000}{Math.Abs(name.GetHashCode(StringComparison.Ordinal)):0000000000}{song:000000}",
            };
            if (random.Next(10) > 0) (i < plays * 6 / 10 ? Early : Late).Add(row);
            if (i > plays * 4 / 10 && i < plays * 6 / 10) Late.Add(row);
            if (random.Next(20) == 0) Early.Add(row with { Ts = row.Ts.AddSeconds(random.Next(1, 45)), Platform = "android" });
            if (random.Next(10) > 0 && i > plays * 3 / 10) Account.Add(new AccountRow(ToMinute(end)) { Track = row.Track, Artist = row.Artist, MsPlayed = row.MsPlayed.Value + (random.Next(5) == 0 ? 1_500 : 0) });
            if (random.Next(6) > 0 && i > plays * 5 / 10) Recent.Add(row with { Ts = end.AddMilliseconds(random.Next(-60_000, 60_000)) });
        }
    }

    /// <summary>The first export of extended history.</summary>
    public List<ExtendedRow> Early { get; } = [];

    /// <summary>The second one, which repeats the end of the first.</summary>
    public List<ExtendedRow> Late { get; } = [];

    /// <summary>The account data.</summary>
    public List<AccountRow> Account { get; } = [];

    /// <summary>What "recently played" told.</summary>
    public List<ExtendedRow> Recent { get; } = [];

    /// <summary>Every report of every source, none hidden yet.</summary>
    public IEnumerable<Library.Report> Reports =>
    [
        .. Early.Concat(Late).Select(row => new Library.Report(PlaySource.SpotifyExtended, row.Ts, PlayPrecision.Second, row.MsPlayed, row.Artist!, row.Track!, Shown: true)),
        .. Recent.Select(row => new Library.Report(PlaySource.SpotifyRecent, row.Ts, PlayPrecision.Millisecond, null, row.Artist!, row.Track!, Shown: true)),
        .. Account.Select(row => new Library.Report(PlaySource.SpotifyAccount, row.EndTime, PlayPrecision.Minute, row.MsPlayed, row.Artist, row.Track, Shown: true)),
    ];

    /// <summary>Imports what one source reports: <c>early</c>, <c>late</c>, <c>account</c> or <c>recent</c>.</summary>
    public Task BringAsync(ImportFixture importing, Guid userId, string source) => source switch
    {
        "early" => importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2023_1", Early)),
        "late" => importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2023_2", Late)),
        "account" => importing.ImportAsync(userId, new SpotifyExportBuilder().Account(Account)),
        _ => importing.CaptureAsync(userId, Recent),
    };

    private static DateTimeOffset ToMinute(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
}
