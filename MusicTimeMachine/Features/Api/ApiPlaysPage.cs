using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Api;

/// <summary>Which plays are asked for.</summary>
/// <param name="Before">Where to begin.</param>
/// <param name="Limit">How many.</param>
internal sealed record ApiPlaysPage(
    [property: FromQuery(Name = "before"), Description("Plays before this time, such as 2020-12-31T23:59:59Z, or the \"next\" of the page before; the latest unless told.")] string? Before,
    [property: FromQuery(Name = "limit"), Description("How many items, 1 to 200; 50 unless told.")] int? Limit)
{
    private const char BeforeId = '~';

    /// <summary>How many.</summary>
    public int Take => Limit ?? 50;

    /// <summary>Where to begin; null for the latest.</summary>
    public PlayCursor? Cursor => Read();

    /// <summary>What is wrong with it; null when it is right.</summary>
    public IResult? Problem =>
        new ApiPage(Limit, null).Problem
        ?? (string.IsNullOrEmpty(Before) || Read() is not null ? null
            : ApiProblem.BadRequest($"The parameter before cannot be \"{Before}\": it is a time such as 2020-12-31T23:59:59Z, or the \"next\" of the page before."));

    /// <summary>The text that leads to the plays after this one.</summary>
    public static string After(PlayRow last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Cursor.PlayedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFF}Z{BeforeId}{last.Id}");

    private PlayCursor? Read()
    {
        if (string.IsNullOrEmpty(Before)) return null;
        var parts = Before.Split(BeforeId);
        // What has no zone is taken for UTC. Without a number, plays that ended at this very moment are left out.
        return parts.Length <= 2
            && DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var playedAt)
            && long.TryParse(parts.Length == 2 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new PlayCursor(playedAt, id)
                : null;
    }
}
