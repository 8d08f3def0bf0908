using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Playlists;

namespace MusicTimeMachine.Features.Api;

/// <summary>The person's playlists and what was in them when.</summary>
internal static class PlaylistEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("playlists", ListAsync).WithSummary("The playlists, those that changed last first").Produces<ApiList<ApiPlaylist>>();
        api.MapGet("playlists/{id}/versions", VersionsAsync).WithSummary("The versions of a playlist, the latest first").Produces<ApiList<ApiPlaylistVersion>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("playlists/{id}/versions/{number}", TracksAsync).WithSummary("What is in a version, in order").Produces<ApiList<ApiPlaylistTrack>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, PlaylistsQuery query, CancellationToken cancellationToken)
    {
        var playlists = await query.ListAsync(user.UserId(), cancellationToken);
        return Results.Ok(new ApiList<ApiPlaylist>([.. playlists.Select(ApiPlaylist.Of)], playlists.Count));
    }

    private static async Task<IResult> VersionsAsync(ClaimsPrincipal user, long id, PlaylistsQuery query, CancellationToken cancellationToken)
    {
        var versions = await query.VersionsAsync(user.UserId(), id, cancellationToken);
        return versions.Count == 0 ? NotYours(id) : Results.Ok(new ApiList<ApiPlaylistVersion>([.. versions.Select(ApiPlaylistVersion.Of)], versions.Count));
    }

    private static async Task<IResult> TracksAsync(ClaimsPrincipal user, long id, int number, [AsParameters] ApiPage page, PlaylistsQuery query, CancellationToken cancellationToken)
    {
        if (page.Problem is { } wrong) return wrong;
        var versions = await query.VersionsAsync(user.UserId(), id, cancellationToken);
        if (versions.Count == 0) return NotYours(id);
        if (versions.FirstOrDefault(version => version.Number == number) is not { } asked) return ApiProblem.NotFound($"The playlist {id} has no version {number}: they go from 1 to {versions[0].Number}.");
        var tracks = await query.TracksAsync(user.UserId(), id, number, page.Take, page.Skip, cancellationToken);
        return Results.Ok(new ApiList<ApiPlaylistTrack>([.. tracks.Select(ApiPlaylistTrack.Of)], asked.Tracks));
    }

    private static IResult NotYours(long id) => ApiProblem.NotFound($"You have no playlist {id}.");
}
