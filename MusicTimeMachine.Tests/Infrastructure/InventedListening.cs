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

    /// <summary>Invents rows in the order of time.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Which person.</param>
    /// <param name="tracks">How many tracks there are to choose from.</param>
    public static IEnumerable<ExtendedRow> Rows(int count, int seed = 1, int tracks = 20_000)
    {
        var random = new Random(seed);
        var end = Beginning;
        for (var i = 0; i < count; i++)
        {
            // The cube of an even draw: a tenth of the tracks gets half of the plays.
            var track = (int)(tracks * Math.Pow(random.NextDouble(), 3));
            var length = 120_000 + track * 7919 % 180_000;
            var skipped = random.Next(8) == 0;
            var row = Play(track, skipped ? random.Next(length) : length, skipped, random);
            end += TimeSpan.FromSeconds(Math.Ceiling(row.MsPlayed!.Value / 1000d) + random.Next(random.Next(12) == 0 ? 20_000 : 4));
            yield return random.Next(50) == 0 ? Episode(end, random) : row with { Ts = end };
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

    private static ExtendedRow Episode(DateTimeOffset end, Random random) => new(end)
    {
        MsPlayed = random.Next(3_000_000),
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
