namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>Single tracks, the search, and the refusal of what Development Mode may not call.</summary>
internal static class CatalogEndpoints
{
    private static readonly string[] Removed =
    [
        "/tracks", "/albums", "/artists", "/episodes", "/shows", "/markets", "/recommendations", "/audio-features", "/audio-features/{id}",
        "/audio-analysis/{id}", "/artists/{id}/top-tracks", "/artists/{id}/related-artists", "/browse/{**rest}", "/users/{**rest}",
        "/playlists/{id}/tracks", "/playlists/{id}/followers", "/me/tracks/contains", "/me/albums/contains",
    ];

    public static void MapCatalog(this RouteGroupBuilder api)
    {
        api.MapGet("/tracks/{id}", (string id, HttpContext http) =>
            ApiGate.World(http).FindTrack(id) is { } track ? Results.Json(Answers.Track(track)) : Answers.Error(404, "Resource not found"));
        api.MapGet("/search", Search);
    }

    /// <summary>What new apps may not call answers 403 and nothing more, whichever the method.</summary>
    public static void MapRemoved(this RouteGroupBuilder api)
    {
        foreach (var path in Removed) api.Map(path, () => Answers.Error(403, "Forbidden"));
        api.MapMethods("/me/tracks", ["PUT", "DELETE"], () => Answers.Error(403, "Forbidden"));
        api.MapMethods("/me/following", ["PUT", "DELETE"], () => Answers.Error(403, "Forbidden"));
        api.MapFallback(() => Answers.Error(404, "Service not found"));
    }

    private static IResult Search(HttpContext http)
    {
        var query = http.Request.Query["q"].ToString();
        if (query.Length == 0) return Answers.Error(400, "No search query");
        if (http.Request.Query["type"] != "track") return Answers.Error(400, "Bad search type field");
        if (!Answers.Read(http, "limit", 5, 1, 10, out var limit)) return Answers.Error(400, "Invalid limit");
        var found = ApiGate.World(http).Tracks
            .Where(track => query.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => $"{track.Name} {track.Album.Artist.Name}".Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return Results.Json(new { Tracks = new { Limit = limit, Offset = 0, Next = (string?)null, Total = found.Count, Items = found.Take(limit).Select(Answers.Track).ToList() } });
    }
}
