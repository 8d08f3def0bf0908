namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>
/// A deterministic person who listens: the same seed makes the same rows. Few tracks are heard often and many seldom,
/// some are skipped, some come from podcasts; years go by.
/// </summary>
public static class InventedListening
{
    private const string Base62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly string[] First = ["Paper", "Silent", "Golden", "Broken", "Velvet", "Northern", "Electric", "Hollow", "Señor", "Łódź"];
    private static readonly string[] Second = ["Lanterns", "Rivers", "Machines", "Gardens", "Comets", "Harbours", "Winters", "Mirrors", "Øyer", "夜"];
    private static readonly string[] Platforms = ["ios", "android", "windows", "OS X 12.6.0 [arm 2]", "web_player linux undefined"];
    private static readonly string[] Starts = ["trackdone", "fwdbtn", "clickrow", "appload", "playbtn"];
    private static readonly DateTimeOffset Beginning = new(2015, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(11 * 365);

    /// <summary>Invents rows in the order of time, from 2015 to 2025; no play begins before the one before it has ended.</summary>
    /// <param name="count">How many; more than 1,500,000 run on into the future.</param>
    /// <param name="seed">Which person.</param>
    /// <param name="tracks">How many tracks there are to choose from.</param>
    public static IEnumerable<ExtendedRow> Rows(int count, int seed = 1, int tracks = 20_000)
    {
        var random = new Random(seed);
        var end = Beginning;
        var pauses = Math.Max(1, (int)(12 * (Span.TotalSeconds / count - 200)));
        for (var i = 0; i < count; i++)
        {
            // The cube of an even draw: a tenth of the tracks gets half of the plays.
            var track = (int)(tracks * Math.Pow(random.NextDouble(), 3));
            var length = 120_000 + track * 7919 % 180_000;
            var skipped = random.Next(8) == 0;
            var row = Play(track, skipped ? random.Next(length) : length, skipped, random);
            if (random.Next(50) == 0)
                row = Episode(random);
            // Some dozen in a row, then a pause.
            var pause = random.Next(12) == 0 ? random.Next(2 * pauses) : random.Next(4);
            end += TimeSpan.FromSeconds(Math.Ceiling(row.MsPlayed!.Value / 1000d) + pause);
            yield return row with { Ts = end };
        }
    }

    private static ExtendedRow Play(int track, int msPlayed, bool skipped, Random random)
    {
        var artist = track / 12;
        return new(default(DateTimeOffset))
        {
            MsPlayed = msPlayed,
            Track = $"{First[track % 10]} {Second[track / 10 % 10]} {track}",
            Artist = $"The {First[artist / 10 % 10]} {Second[artist % 10]} {artist}",
            Album = $"{Second[track / 6 % 10]} & {First[track / 60 % 10]} {track / 6}",
            TrackUri = "spotify:track:" + Id(track),
            Platform = Platforms[random.Next(Platforms.Length)],
            ReasonStart = Starts[random.Next(Starts.Length)],
            ReasonEnd = skipped ? "fwdbtn" : "trackdone",
            Shuffle = random.Next(3) == 0,
            Skipped = skipped,
            OfflineTimestamp = 1_600_000_000 + track,
        };
    }

    private static ExtendedRow Episode(Random random) => new(default(DateTimeOffset))
    {
        MsPlayed = random.Next(600_000),
        Track = null,
        Artist = null,
        Album = null,
        TrackUri = null,
        EpisodeName = $"Evening {random.Next(400)}",
        EpisodeUri = "spotify:episode:" + Id(random.Next(400)),
    };

    private static string Id(int number) => string.Create(22, number, static (id, number) =>
    {
        var rest = (ulong)number * 0x9E3779B97F4A7C15;
        for (var i = 0; i < id.Length; i++)
        {
            id[i] = Base62[(int)(rest % 62)];
            rest = rest / 62 + (ulong)i * 0xC2B2AE3D27D4EB4F;
        }
    });
}
