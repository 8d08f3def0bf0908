using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Demo;

/// <summary>What the demo's listener likes: the more they play a track, the likelier; some with a note. The same library always has the same likes.</summary>
internal static class DemoLikes
{
    private const ulong Stream = 4;

    // A track that is played as often as this is liked in every second library.
    private const double OftenPlayed = 120;

    private static readonly string[] Notes =
    [
        "The summer by the lake.", "For long drives, from the second verse on.", "Mira played it first.", "Too loud for the kitchen, just right for the balcony.",
        "The bass line!", "Heard live in the rain, worth every drop.", "Learn this one on the guitar.", "Sunday mornings, before anybody is up.",
        "Sounds like the night bus.", "First dance at Jo's wedding.", "The bridge is the best part.\nWait for the strings.", "Do not play at work.",
        "From the mixtape that got lost.", "Running, kilometre seven.", "Grew on me after the tenth time.", "Reminds me of the old flat.",
    ];

    /// <summary>Writes the likes, within the transaction that wrote the plays and their totals.</summary>
    /// <param name="context">The transaction's context.</param>
    /// <param name="user">The demo's account.</param>
    /// <param name="seed">The library's seed.</param>
    /// <param name="tracks">The id of every track of the library, by its index.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(MusicContext context, Guid user, ulong seed, long[] tracks, CancellationToken cancellationToken)
    {
        var heard = await context.UserTracks.Where(own => own.UserId == user && own.FirstPlayedAt != null)
            .Select(own => new { own.TrackId, own.Plays, First = own.FirstPlayedAt!.Value, Last = own.LastPlayedAt!.Value })
            .ToDictionaryAsync(own => own.TrackId, cancellationToken);
        var random = new DemoRandom(seed, Stream);
        List<(long Track, DateTimeOffset At, string? Note)> likes = [];
        foreach (var track in tracks)
        {
            // Drawn for every track, so that one more play of one changes no other's like.
            var (fancy, delay, note, words) = (random.NextDouble(), random.Between(0, 30), random.Chance(0.1), random.Pick(Notes));
            if (!heard.TryGetValue(track, out var own) || fancy >= Math.Min(0.5, own.Plays / (2 * OftenPlayed))) continue;
            var at = own.First.AddDays(delay);
            likes.Add((track, at < own.Last ? at : own.Last, note ? words : null));
        }

        var (ids, times, notes) = (likes.Select(like => like.Track).ToArray(), likes.Select(like => like.At).ToArray(), likes.Select(like => like.Note).ToArray());
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at, notes)
             select {user}, track_id, liked_at, notes from unnest({ids}, {times}, {notes}) as likes (track_id, liked_at, notes) order by liked_at
             """, cancellationToken);
    }
}
