using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>Liked songs, and the library that takes any kind of URI, forty at a time.</summary>
internal static class LibraryEndpoints
{
    private const int Most = 40;

    public static void MapLibrary(this RouteGroupBuilder api)
    {
        api.MapGet("/me/tracks", (HttpContext http) => Answers.Page(
            http, [.. ApiGate.Person(http).Saved.Where(saved => !ApiGate.Person(http).Unlisted.Contains(saved.Track.Id))], 50, 20, saved => new { saved.AddedAt, Track = Answers.Track(saved.Track) })).WithMetadata(new NeedsScope("user-library-read"));
        api.MapGet("/me/library/contains", (HttpContext http) => WithUris(http, uris => Results.Json(uris.Select(uri => Has(http, uri)).ToList())))
            .WithMetadata(new NeedsScope("user-library-read"));
        api.MapPut("/me/library", (HttpContext http) => WithUris(http, uris => Change(http, uris, Save))).WithMetadata(new NeedsScope("user-library-modify"));
        api.MapDelete("/me/library", (HttpContext http) => WithUris(http, uris => Change(http, uris, Remove)))
            .WithMetadata(new NeedsScope("user-library-modify", "playlist-modify-public", "playlist-modify-private"));
    }

    private static IResult WithUris(HttpContext http, Func<string[], IResult> answer)
    {
        var uris = http.Request.Query["uris"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        return uris.Length switch
        {
            0 => Answers.Error(400, "Missing required field: uris"),
            > Most => Answers.Error(400, $"Too many uris: {Most} are the most"),
            _ => answer(uris),
        };
    }

    private static IResult Change(HttpContext http, string[] uris, Action<HttpContext, string> change)
    {
        // One address that leads nowhere spoils the whole call.
        var world = ApiGate.World(http);
        if (Array.Exists(uris, uri => world.Tracks.All(track => track.Uri != uri) && world.Playlists.All(playlist => "spotify:playlist:" + playlist.Id != uri)))
            return Answers.Error(400, "Invalid uri");
        foreach (var uri in uris) change(http, uri);
        return Results.Ok();
    }

    private static bool Has(HttpContext http, string uri) => ApiGate.Person(http).Saved.Any(saved => saved.Track.Uri == uri);

    private static void Save(HttpContext http, string uri)
    {
        var world = ApiGate.World(http);
        if (!Has(http, uri) && world.Tracks.FirstOrDefault(track => track.Uri == uri) is { } track) ApiGate.Person(http).Saved.Insert(0, new FakeSaved(track, world.Now));
    }

    private static void Remove(HttpContext http, string uri)
    {
        var person = ApiGate.Person(http);
        if (person.Saved.FirstOrDefault(saved => saved.Track.Uri == uri) is { } gone) person.Saved.Remove(gone);
        var playlist = ApiGate.World(http).Playlists.FirstOrDefault(playlist => "spotify:playlist:" + playlist.Id == uri && playlist.OwnerId == person.Id);
        if (playlist is not null) playlist.Followed = false;
    }
}
