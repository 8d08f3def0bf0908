using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Library;

namespace MusicTimeMachine.Features.Api;

/// <summary>Tracks of the person's library, what sounds like them, and likes.</summary>
internal static class CatalogEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("tracks/{id}", FindAsync).WithSummary("A track of the library").Produces<ApiTrack>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("tracks/{id}/similar", SimilarAsync).WithSummary("The songs of the library that sound most like it").Produces<ApiList<ApiSimilarTrack>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("likes/{trackId}", LikeAsync).WithSummary("Like a track, or change its note").AddOpenApiOperationTransformer(ApiDocument.TakesNotes).Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("likes/{trackId}", UnlikeAsync).WithSummary("Like a track no more").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> FindAsync(ClaimsPrincipal user, long id, TrackQuery query, CancellationToken cancellationToken) =>
        await query.FindAsync(user.UserId(), id, cancellationToken) is { } track ? Results.Ok(ApiTrack.Of(track)) : NotInLibrary(id);

    private static async Task<IResult> SimilarAsync(ClaimsPrincipal user, long id, int? limit, SimilarTracksQuery query, CancellationToken cancellationToken)
    {
        var most = limit ?? SimilarTracksQuery.Usual;
        if (most is < 1 or > SimilarTracksQuery.MostTracks)
            return ApiProblem.BadRequest($"The parameter limit is {limit}: it must be 1 to {SimilarTracksQuery.MostTracks}.");
        return await query.FindAsync(user.UserId(), id, most, cancellationToken) is { } tracks
            ? Results.Ok(new ApiList<ApiSimilarTrack>([.. tracks.Select(track => new ApiSimilarTrack(track.Id, track.Name, track.Artist, track.Similarity))], tracks.Count))
            : NotInLibrary(id);
    }

    private static async Task<IResult> LikeAsync(ClaimsPrincipal user, long trackId, HttpRequest request, Likes likes, CancellationToken cancellationToken)
    {
        if (user.IsDemo()) return ApiProblem.NotYours("The demo library is only to look at.");
        var (like, wrong) = await ApiLike.ReadAsync(request, cancellationToken);
        if (wrong is not null) return wrong;
        if (Likes.ProblemOf(like?.Notes) is { } problem) return ApiProblem.BadRequest(problem);
        if (!await likes.LikeAsync(user.UserId(), trackId, since: null, cancellationToken)) return NotInLibrary(trackId);
        if (like?.Notes is { } notes) await likes.SetNotesAsync(user.UserId(), trackId, notes, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> UnlikeAsync(ClaimsPrincipal user, long trackId, Likes likes, CancellationToken cancellationToken)
    {
        if (user.IsDemo()) return ApiProblem.NotYours("The demo library is only to look at.");
        return await likes.UnlikeAsync(user.UserId(), trackId, cancellationToken) ? Results.NoContent() : NotInLibrary(trackId);
    }

    private static IResult NotInLibrary(long id) => ApiProblem.NotFound($"There is no track {id} in your library.");
}
