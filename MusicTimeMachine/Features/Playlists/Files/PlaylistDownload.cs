using System.Security.Claims;
using System.Text;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Playlists.Files;

/// <summary><c>GET /playlists/12/versions/3.m3u8</c>: a version of a playlist as a file.</summary>
internal static class PlaylistDownload
{
    /// <summary>Where a version can be had as a file.</summary>
    public static string PathOf(long playlistId, int version, PlaylistFileFormat format) => $"/playlists/{playlistId}/versions/{version}.{format.ToString().ToLowerInvariant()}";

    public static void MapPlaylists(this WebApplication app) => app.MapGet("/playlists/{id:long}/versions/{number:int}.{format}", DownloadAsync).RequireAuthorization();

    private static async Task<IResult> DownloadAsync(ClaimsPrincipal user, long id, int number, string format, PlaylistsQuery playlists, CancellationToken cancellationToken)
    {
        // By name alone: to TryParse a number would be a format too.
        if (Array.FindIndex(Enum.GetNames<PlaylistFileFormat>(), name => name.Equals(format, StringComparison.OrdinalIgnoreCase)) is not (>= 0 and var index)) return Results.NotFound();
        var known = Enum.GetValues<PlaylistFileFormat>()[index];
        return await playlists.FileAsync(user.UserId(), id, number, cancellationToken) is { } file
            ? Results.File(Encoding.UTF8.GetBytes(PlaylistFileWriter.Write(file, known)), PlaylistFileWriter.TypeOf(known), PlaylistFileWriter.NameOf(file, known))
            : Results.NotFound();
    }
}
