using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Api;

/// <summary>What Spotify said somebody loves, day by day.</summary>
internal static class SnapshotEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("snapshots", DaysAsync).WithSummary("The days of which Spotify's tops were kept, the latest first").Produces<ApiList<ApiSnapshotDay>>();
        api.MapGet("snapshots/{date}/{range}", ListAsync).WithSummary("Spotify's top 50 of a day").Produces<ApiList<ApiSnapshotItem>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> DaysAsync(ClaimsPrincipal user, [AsParameters] ApiPage page, SnapshotsQuery query, CancellationToken cancellationToken)
    {
        if (page.Problem is { } wrong) return wrong;
        var (days, total) = await query.DatesAsync(user.UserId(), page.Take, page.Skip, cancellationToken);
        return Results.Ok(new ApiList<ApiSnapshotDay>([.. days.Select(day => new ApiSnapshotDay(day.Date, day.TakenAt, [.. day.Ranges.Select(range => range.Word())]))], total));
    }

    private static async Task<IResult> ListAsync(
        ClaimsPrincipal user, [Description("The day, yyyy-MM-dd, in the person's time zone.")] string date,
        [Description("short_term, medium_term or long_term.")] string range, [Description("tracks (unless told) or artists.")] string? kind,
        SnapshotsQuery query, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return ApiProblem.BadRequest($"The day cannot be \"{date}\": it is a day such as 2020-12-31.");
        if (SpotifyRangeWords.Parse(range) is not { } asked)
            return ApiProblem.BadRequest($"The range cannot be \"{range}\": it is short_term, medium_term or long_term.");
        if (kind is not (null or "" or "tracks" or "artists"))
            return ApiProblem.BadRequest($"The parameter kind cannot be \"{kind}\": it is tracks or artists.");
        var list = await query.ListAsync(user.UserId(), day, asked, kind == "artists" ? SnapshotKind.Artists : SnapshotKind.Tracks, cancellationToken);
        return list is null
            ? ApiProblem.NotFound($"There is no snapshot of {date}. /api/v1/snapshots lists the days that have one.")
            : Results.Ok(new ApiList<ApiSnapshotItem>([.. list.Select(entry => new ApiSnapshotItem(entry.Rank, entry.Id, entry.Name, entry.Artist))], list.Count));
    }
}
