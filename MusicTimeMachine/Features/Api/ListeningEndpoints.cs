using System.ComponentModel;
using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Api;

/// <summary>How much, what most, and every play.</summary>
internal static class ListeningEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("summary", SummaryAsync).WithSummary("How much was heard").Produces<ApiSummary>();
        api.MapGet("top/tracks", TopAsync(TopKind.Tracks)).WithSummary("The songs heard most").Produces<ApiList<ApiTop>>();
        api.MapGet("top/artists", TopAsync(TopKind.Artists)).WithSummary("The artists heard most").Produces<ApiList<ApiTop>>();
        api.MapGet("top/albums", TopAsync(TopKind.Albums)).WithSummary("The albums heard most").Produces<ApiList<ApiTop>>();
        api.MapGet("top/genres", TopAsync(TopKind.Genres)).WithSummary("The genres heard most").Produces<ApiList<ApiTop>>();
        api.MapGet("plays", PlaysAsync).WithSummary("Every play, the latest first").Produces<ApiPlays>();
    }

    private static async Task<IResult> SummaryAsync(
        ClaimsPrincipal user, [AsParameters] ApiDays days, PlaysQuery plays, SummaryQuery query, CancellationToken cancellationToken)
    {
        var (range, problem) = await days.ReadAsync(plays, user.UserId(), cancellationToken);
        if (problem is not null) return problem;
        var summary = await query.AskAsync(user.UserId(), range, before: null, cancellationToken);
        return Results.Ok(new ApiSummary(summary.Plays, summary.MsPlayed, summary.Tracks, summary.Artists, summary.Albums, summary.FirstPlayedAt, summary.LastPlayedAt));
    }

    private static Delegate TopAsync(TopKind kind) => async (
        ClaimsPrincipal user, [AsParameters] ApiDays days, [AsParameters] ApiPage page,
        [Description("plays (unless told) or time: what comes first.")] string? order,
        PlaysQuery plays, TopQuery query, CancellationToken cancellationToken) =>
    {
        if (page.Problem is { } wrong) return wrong;
        if (order is not (null or "" or "plays" or "time")) return ApiProblem.BadRequest($"The parameter order cannot be \"{order}\": it is plays or time.");
        var (range, problem) = await days.ReadAsync(plays, user.UserId(), cancellationToken);
        if (problem is not null) return problem;
        var tops = await query.AskAsync(
            user.UserId(), new TopRequest(kind, range) { Limit = page.Take, Offset = page.Skip, Order = order == "time" ? TopOrder.Time : TopOrder.Plays }, cancellationToken);
        return Results.Ok(new ApiList<ApiTop>([.. tops.Items.Select(item => new ApiTop(item.Id, item.Name, item.Artist, item.Plays, item.MsPlayed))], tops.Total));
    };

    private static async Task<IResult> PlaysAsync(
        ClaimsPrincipal user, [AsParameters] ApiPlaysPage page, PlaysQuery query, CancellationToken cancellationToken)
    {
        if (page.Problem is { } wrong) return wrong;
        var rows = await query.LatestAsync(user.UserId(), page.Cursor, page.Take, cancellationToken);
        var calendar = await query.CalendarAsync(user.UserId(), cancellationToken);
        return Results.Ok(new ApiPlays(
            [.. rows.Select(ApiPlay.Of)], calendar.Plays, rows.Count == page.Take ? ApiPlaysPage.After(rows[^1]) : null));
    }
}
