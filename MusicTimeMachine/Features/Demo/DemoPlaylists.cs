using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Playlists;

namespace MusicTimeMachine.Features.Demo;

/// <summary>The playlists that the demo's listener has made over the years, each with the versions that it went through. The same library always has the same ones.</summary>
internal static class DemoPlaylists
{
    private const ulong Stream = 6;

    private static readonly Idea[] Ideas =
    [
        new("Sunday kitchen", "Coffee, newspaper, no hurry.", (0.25, 0.55), (0.45, 0.9)),
        new("Night bus", "For the long way home.", (0.1, 0.45), (0.05, 0.45)),
        new("Running, slowly", null, (0.75, 1), (0.4, 1)),
        new("Rain on the window", "Everything sounds better with it.", (0, 0.4), (0, 0.35)),
        new("Loud and happy", "Windows down.", (0.7, 1), (0.7, 1)),
        new("Angry letters", "Not to be sent.", (0.7, 1), (0, 0.35)),
        new("For Mira", "Things she has not heard yet.", (0.3, 0.8), (0.3, 0.8)),
        new("Road to the coast", "Four hours, with a stop for plums.", (0.45, 0.85), (0.45, 0.9)),
    ];

    /// <summary>Writes the playlists, within the transaction that wrote the plays and their totals.</summary>
    /// <param name="context">The transaction's context.</param>
    /// <param name="user">The demo's account.</param>
    /// <param name="seed">The library's seed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(MusicContext context, Guid user, ulong seed, CancellationToken cancellationToken)
    {
        await context.Playlists.Where(playlist => playlist.UserId == user).ExecuteDeleteAsync(cancellationToken);
        var heard = await (
            from own in context.UserTracks
            join track in context.Tracks on own.TrackId equals track.Id
            where own.UserId == user && own.Plays >= 3 && track.Energy != null && track.Valence != null
            orderby own.Plays descending, own.TrackId
            select new Heard(own.TrackId, own.FirstPlayedAt!.Value, track.Energy!.Value, track.Valence!.Value)).Take(4_000).ToListAsync(cancellationToken);
        var random = new DemoRandom(seed, Stream);
        foreach (var idea in Ideas)
        {
            var fitting = heard.Where(idea.Fits).ToList();
            if (fitting.Count > 0) await WriteAsync(context, user, idea, Versions(fitting, random), cancellationToken);
        }
    }

    /// <summary>A list that begins with some of what was known then, and is changed a few times a year.</summary>
    private static List<Version> Versions(List<Heard> fitting, DemoRandom random)
    {
        var (from, until) = (fitting.Min(track => track.First), fitting.Max(track => track.First));
        var at = from + ((until - from) * (0.15 + (0.5 * random.NextDouble())));
        List<long> tracks = [.. Known(at).OrderBy(_ => random.NextDouble()).Take(random.Between(12, 32))];
        List<Version> versions = [new(at, null, [.. tracks])];
        for (var changes = random.Between(2, 7); changes > 0 && (at = at.AddDays(random.Between(20, 190))) < until; changes--)
        {
            var before = tracks.ToArray();
            tracks.RemoveAll(_ => random.Chance(0.06));
            if (tracks.Count > 4 && random.Chance(0.4)) (tracks[1], tracks[^2]) = (tracks[^2], tracks[1]);
            foreach (var track in Known(at).Except(before).OrderBy(_ => random.NextDouble()).Take(random.Between(1, 6)).ToList()) tracks.Insert(random.Between(0, tracks.Count), track);
            versions.Add(new(at, "Changed by hand.", [.. tracks]));
        }

        return versions;

        IEnumerable<long> Known(DateTimeOffset then) => fitting.Where(track => track.First <= then).Select(track => track.Id);
    }

    private static async Task WriteAsync(MusicContext context, Guid user, Idea idea, List<Version> versions, CancellationToken cancellationToken)
    {
        var playlist = new Playlist { UserId = user, Kind = PlaylistKind.Picked, Name = idea.Name, Description = idea.Description, CreatedAt = versions[0].At };
        context.Playlists.Add(playlist);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var (place, version) in versions.Index())
        {
            var row = new PlaylistVersion { UserId = user, PlaylistId = playlist.Id, Number = place + 1, CreatedAt = version.At, Why = version.Why };
            context.PlaylistVersions.Add(row);
            await context.SaveChangesAsync(cancellationToken);
            context.PlaylistTracks.AddRange(version.Tracks.Select((track, position) => new PlaylistTrack { VersionId = row.Id, Position = position, UserId = user, TrackId = track }));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private sealed record Idea(string Name, string? Description, (double From, double To) Energy, (double From, double To) Valence)
    {
        public bool Fits(Heard track) => track.Energy >= Energy.From && track.Energy <= Energy.To && track.Valence >= Valence.From && track.Valence <= Valence.To;
    }

    private sealed record Heard(long Id, DateTimeOffset First, float Energy, float Valence);

    private sealed record Version(DateTimeOffset At, string? Why, long[] Tracks);
}
