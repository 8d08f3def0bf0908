namespace MusicTimeMachine.Features.Api;

/// <summary>A day on which Spotify's tops were kept.</summary>
/// <param name="Date">The day in the person's time zone.</param>
/// <param name="TakenAt">When Spotify was asked.</param>
/// <param name="Ranges">Of what it had a list: short_term (four weeks), medium_term (six months), long_term (about a year).</param>
internal sealed record ApiSnapshotDay(DateOnly Date, DateTimeOffset TakenAt, IReadOnlyList<string> Ranges);

/// <summary>A line of Spotify's tops on a day.</summary>
/// <param name="Rank">From 1 to 50.</param>
/// <param name="Id">The catalogue's number of the track or artist.</param>
/// <param name="Name">The title or name.</param>
/// <param name="Artist">All artists of a track as they are shown; null for an artist.</param>
internal sealed record ApiSnapshotItem(int Rank, long Id, string Name, string? Artist);
