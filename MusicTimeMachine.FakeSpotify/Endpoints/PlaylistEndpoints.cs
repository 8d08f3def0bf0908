using System.Globalization;
using System.Text.Json;
using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>Playlists: their content is called items since 2026, and is shown to the owner, and to those who work on it with them, alone.</summary>
internal static class PlaylistEndpoints
{
    private const int Most = 100;

    private static readonly NeedsScope Modify = new("playlist-modify-public", "playlist-modify-private");

    public static void MapPlaylists(this RouteGroupBuilder api)
    {
        api.MapGet("/me/playlists", (HttpContext http) => Answers.Page(http, Own(http), 50, 20, playlist => Draw(http, playlist))).WithMetadata(new NeedsScope("playlist-read-private"));
        api.MapPost("/me/playlists", (Delegate)CreateAsync).WithMetadata(Modify);
        api.MapGet("/playlists/{id}", (string id, HttpContext http) => Find(http, id) is { } playlist ? Results.Json(Draw(http, playlist)) : Answers.Error(404, "Resource not found"));
        api.MapGet("/playlists/{id}/items", Items).WithMetadata(new NeedsScope("playlist-read-private"));
        api.MapPost("/playlists/{id}/items", (string id, HttpContext http) => WriteAsync(http, id, 201, Insert)).WithMetadata(Modify);
        api.MapPut("/playlists/{id}/items", (string id, HttpContext http) => WriteAsync(http, id, 200, (_, _, tracks) => tracks)).WithMetadata(Modify);
        api.MapDelete("/playlists/{id}/items", (string id, HttpContext http) => WriteAsync(http, id, 200, (_, playlist, tracks) => playlist.Tracks.Except(tracks))).WithMetadata(Modify);
    }

    private static List<FakePlaylist> Own(HttpContext http) =>
        [.. ApiGate.World(http).Playlists.Where(playlist => playlist.IsListedFor(ApiGate.Person(http).Id))];

    private static FakePlaylist? Find(HttpContext http, string id) => ApiGate.World(http).Playlists.FirstOrDefault(playlist => playlist.Id == id);

    private static IResult Items(string id, HttpContext http)
    {
        if (Find(http, id) is not { } playlist) return Answers.Error(404, "Resource not found");
        if (!playlist.IsReadBy(ApiGate.Person(http).Id)) return Answers.Error(403, "Forbidden");
        List<(FakeTrack? Track, bool IsLocal)> places = [.. playlist.Tracks.Select(track => (track, false)), .. Enumerable.Repeat(((FakeTrack?)null, true), playlist.LocalFiles)];
        return Answers.Page(http, places, 50, 20, place => new
        {
            AddedAt = (string?)null,
            AddedBy = (object?)null,
            place.IsLocal,
            Item = place.IsLocal ? Answers.LocalFile() : place.Track is null ? null : Answers.Track(place.Track),
        });
    }

    private static async Task<IResult> CreateAsync(HttpContext http)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        if (!body.TryGetProperty("name", out var name) || name.GetString() is not { Length: > 0 } called) return Answers.Error(400, "Missing required field: name");
        var world = ApiGate.World(http);
        var playlist = new FakePlaylist(FakeIds.Create($"playlist {world.Playlists.Count.ToString(CultureInfo.InvariantCulture)} {called}"), called, ApiGate.Person(http).Id, [])
        {
            Description = body.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "",
        };
        world.Playlists.Add(playlist);
        return Results.Json(Draw(http, playlist), statusCode: 201);
    }

    private static async Task<IResult> WriteAsync(HttpContext http, string id, int status, Func<JsonElement, FakePlaylist, List<FakeTrack?>, IEnumerable<FakeTrack?>> write)
    {
        if (Find(http, id) is not { } playlist) return Answers.Error(404, "Resource not found");
        if (playlist.OwnerId != ApiGate.Person(http).Id) return Answers.Error(403, "You cannot add tracks to a playlist you don't own.");
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        List<string?> uris = body.TryGetProperty("uris", out var list) ? [.. list.EnumerateArray().Select(uri => uri.GetString())]
            : body.TryGetProperty("items", out var items) ? [.. items.EnumerateArray().Select(item => item.GetProperty("uri").GetString())] : [];
        if (uris.Count > Most) return Answers.Error(400, $"You can add a maximum of {Most} tracks per request.");
        List<FakeTrack?> tracks = [.. uris.Select(uri => ApiGate.World(http).Tracks.FirstOrDefault(track => track.Uri == uri))];
        // One address that leads nowhere spoils the whole call.
        if (tracks.Contains(null)) return Answers.Error(400, "Invalid track uri");
        playlist.Write([.. write(body, playlist, tracks)]);
        return Results.Json(new { playlist.SnapshotId }, statusCode: status);
    }

    private static IEnumerable<FakeTrack?> Insert(JsonElement body, FakePlaylist playlist, List<FakeTrack?> tracks)
    {
        var position = body.TryGetProperty("position", out var given) ? Math.Clamp(given.GetInt32(), 0, playlist.Tracks.Count) : playlist.Tracks.Count;
        return [.. playlist.Tracks.Take(position), .. tracks, .. playlist.Tracks.Skip(position)];
    }

    /// <summary>"public" comes back true whatever was asked for: it says whether a playlist is on the profile, and is no privacy.</summary>
    private static Dictionary<string, object?> Draw(HttpContext http, FakePlaylist playlist)
    {
        var answer = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["collaborative"] = playlist.Collaborators.Count > 0,
            ["description"] = playlist.Description,
            ["id"] = playlist.Id,
            ["images"] = null,
            ["name"] = playlist.Name,
            ["owner"] = new { Id = playlist.OwnerId, DisplayName = ApiGate.World(http).FindPerson(playlist.OwnerId)?.DisplayName },
            ["public"] = true,
            ["snapshot_id"] = playlist.SnapshotId,
            ["type"] = "playlist",
            ["uri"] = "spotify:playlist:" + playlist.Id,
        };
        if (playlist.IsReadBy(ApiGate.Person(http).Id)) answer["items"] = new { Href = $"{http.Request.Scheme}://{http.Request.Host}/v1/playlists/{playlist.Id}/items", Total = playlist.Tracks.Count + playlist.LocalFiles };
        return answer;
    }
}
