using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Listening;

/// <summary>
/// One person's plays of eight months, in the database and here as plain rows: around midnight, the nights in which clocks
/// change and New Year; too short, as long as a threshold, of unknown and of absurd length; repeated reports; many ties.
/// </summary>
public sealed class InventedHistory
{
    private static readonly DateTimeOffset Beginning = new(2025, 9, 14, 0, 0, 0, TimeSpan.Zero);
    private static readonly int?[] Lengths = [null, 0, 10_000, 29_999, 30_000, 60_000, 60_000, 60_000, 180_000, 180_000, 99_999_999];
    private static readonly string[] Turns = ["2025-10-26", "2025-11-02", "2025-12-31", "2026-01-01", "2026-03-08", "2026-03-29", "2026-02-28"];

    public required User User { get; init; }
    public required InventedCatalog Catalog { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required IReadOnlyList<Play> Plays { get; init; }

    /// <summary>What the history shows, newest first.</summary>
    public IReadOnlyList<Play> Shown => field ??= [.. Plays.Where(play => play.DuplicateOf is null).OrderByDescending(play => play.PlayedAt).ThenByDescending(play => play.Id)];

    /// <summary>What counts.</summary>
    public IReadOnlyList<Play> Counted => field ??= [.. Shown.Where(Counts)];

    private ILookup<DateOnly, Play> CountedByDay => field ??= Counted.ToLookup(Day);

    public bool Counts(Play play) => play.MsPlayed is null || play.MsPlayed >= User.CountedFromMs;

    public DateTimeOffset LocalTime(Play play) => TimeZoneInfo.ConvertTime(play.PlayedAt, Zone);

    public DateOnly Day(Play play) => DateOnly.FromDateTime(LocalTime(play).DateTime);

    public IEnumerable<Play> CountedIn(DayRange range) => CountedByDay.Where(day => day.Key >= range.From && day.Key < range.To).SelectMany(day => day);

    public Track TrackOf(Play play) => Catalog.Track(play.TrackId);

    public static long Ms(Play play) => Math.Min(play.MsPlayed ?? 0, 4L * 3600 * 1000);

    public static async Task<InventedHistory> CreateAsync(TestDatabase database, InventedCatalog catalog, string timeZone, int seed, int count = 2500)
    {
        var user = await database.AddUserAsync(timeZone);
        var random = new Random(seed);
        var heard = catalog.Tracks.Where((_, i) => (i + seed) % 6 != 0).ToList();
        List<Play> plays = [];
        foreach (var number in Enumerable.Range(0, count))
        {
            plays.Add(new Play
            {
                UserId = user.Id,
                TrackId = heard[(int)(heard.Count * Math.Pow(random.NextDouble(), 2))].Id,
                PlayedAt = number % 4 == 0 ? NearTurn(random) : Beginning.AddSeconds(random.Next(220 * 24 * 3600)),
                MsPlayed = Lengths[random.Next(Lengths.Length)],
                Source = PlaySource.SpotifyExtended,
                Precision = PlayPrecision.Second,
                Skipped = number % 3 == 0 ? null : number % 3 == 1,
            });
        }

        plays = [.. plays.DistinctBy(play => (play.PlayedAt, play.TrackId, play.MsPlayed))];
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.UserTracks.AddRange(heard.Select(track => new UserTrack { UserId = user.Id, TrackId = track.Id }));
        await context.SaveChangesAsync();
        context.Plays.AddRange(plays);
        await context.SaveChangesAsync();
        foreach (var play in plays.Where((_, i) => i % 17 == 3)) play.DuplicateOf = plays[0].Id;
        await context.SaveChangesAsync();
        await Rollups.RebuildAsync(context, user.Id, TestContext.Current.CancellationToken);
        await transaction.CommitAsync();
        return new InventedHistory { User = user, Catalog = catalog, Zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone), Plays = plays };
    }

    /// <summary>Within 30 hours after the midnight in UTC that begins a day on which something turns.</summary>
    private static DateTimeOffset NearTurn(Random random) =>
        new DateTimeOffset(DateOnly.Parse(Turns[random.Next(Turns.Length)], null), default, TimeSpan.Zero).AddSeconds(random.Next(30 * 3600));
}
