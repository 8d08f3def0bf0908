using System.ComponentModel;
using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Moods;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Features.Api;

/// <summary>Search, moods, gems and evolution.</summary>
internal static class ExploringEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("search", SearchAsync).WithSummary("Search the library").Produces<ApiSearchResult>();
        api.MapGet("moods", MoodsAsync).WithSummary("Moods and energy").Produces<ApiMoods>();
        api.MapGet("gems", GemsAsync).WithSummary("What was loved and then forgotten").Produces<ApiList<ApiGem>>();
        api.MapGet("evolution", EvolutionAsync).WithSummary("Month by month").Produces<ApiEvolution>();
    }

    private static async Task<IResult> SearchAsync(
        ClaimsPrincipal user, [Description("What is looked for: words, \"phrases\", -without, artist:, album:, year:2010..2015, energy>0.8, liked:, mood:.")] string? q,
        [AsParameters] ApiPage page, SearchQuery query, CancellationToken cancellationToken)
    {
        if (page.Problem is { } wrong) return wrong;
        var found = await query.AskAsync(user.UserId(), SearchParser.Parse(q), page.Take, page.Skip, cancellationToken);
        return Results.Ok(new ApiSearchResult(
            [.. found.Items.Select(hit => new ApiSearchHit(hit.Id, hit.Name, hit.Artist, hit.Album, hit.Plays, hit.Score))], found.Total, found.HasMore));
    }

    private static async Task<IResult> MoodsAsync(ClaimsPrincipal user, [AsParameters] ApiDays days, PlaysQuery plays, MoodQuery query, CancellationToken cancellationToken)
    {
        var (range, problem) = await days.ReadAsync(plays, user.UserId(), cancellationToken);
        return problem ?? Results.Ok(ApiMoods.Of(await query.AskAsync(user.UserId(), range, MoodSplit.Middle, cancellationToken)));
    }

    private static async Task<IResult> GemsAsync(ClaimsPrincipal user, [AsParameters] ApiGemsRequest asked, GemsQuery query, CancellationToken cancellationToken)
    {
        if (asked.Problem is { } wrong) return wrong;
        var gems = await query.AskAsync(user.UserId(), asked.Request, cancellationToken);
        return Results.Ok(new ApiList<ApiGem>([.. gems.Items.Select(gem => new ApiGem(gem.Id, gem.Name, gem.Artist, gem.Plays, gem.LastPlayedAt, gem.Reason))], gems.Total));
    }

    private static async Task<IResult> EvolutionAsync(ClaimsPrincipal user, [AsParameters] ApiDays days, PlaysQuery plays, EvolutionQuery query, CancellationToken cancellationToken)
    {
        var (range, problem) = await days.ReadAsync(plays, user.UserId(), cancellationToken);
        return problem ?? Results.Ok(ApiEvolution.Of(await query.AskAsync(user.UserId(), range, cancellationToken)));
    }
}
