using System.Globalization;
using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>Who somebody is, and what they listen to.</summary>
internal static class ListeningEndpoints
{
    public static void MapListening(this RouteGroupBuilder api)
    {
        api.MapGet("/me", Me);
        api.MapGet("/me/player/recently-played", RecentlyPlayed).WithMetadata(new NeedsScope("user-read-recently-played"));
        api.MapGet("/me/top/tracks", TopTracks).WithMetadata(new NeedsScope("user-top-read"));
        api.MapGet("/me/top/artists", TopArtists).WithMetadata(new NeedsScope("user-top-read"));
    }

    private static IResult Me(HttpContext http)
    {
        var person = ApiGate.Person(http);
        var answer = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["display_name"] = person.DisplayName,
            ["external_urls"] = new { Spotify = "https://open.spotify.com/user/" + person.Id },
            ["href"] = "https://api.spotify.com/v1/users/" + person.Id,
            ["id"] = person.Id,
            ["images"] = Array.Empty<object>(),
            ["type"] = "user",
            ["uri"] = "spotify:user:" + person.Id,
        };
        if (person.AccountId is not null) answer["account_id"] = person.AccountId;
        return Results.Json(answer);
    }

    private static IResult RecentlyPlayed(HttpContext http)
    {
        if (!Answers.Read(http, "limit", 20, 1, 50, out var limit)) return Answers.Error(400, "Invalid limit");
        var (hasAfter, hasBefore) = (Milliseconds(http, "after", out var after), Milliseconds(http, "before", out var before));
        if (hasAfter && hasBefore) return Answers.Error(400, "Only one of after and before can be given");
        List<FakePlay> plays = [.. ApiGate.Person(http).RecentlyPlayed(ApiGate.World(http).Now)
            .Where(play => !hasAfter || play.PlayedAt.ToUnixTimeMilliseconds() > after)
            .Where(play => !hasBefore || play.PlayedAt.ToUnixTimeMilliseconds() < before)
            .Take(limit)];
        var here = Answers.Here(http);
        // Past the last play there is nothing, and no cursor either.
        if (plays.Count == 0) return Results.Json(new { Href = here, Limit = limit, Next = (string?)null, Cursors = (object?)null, Items = Array.Empty<object>() });
        var (newest, oldest) = (Cursor(plays[0]), Cursor(plays[^1]));
        return Results.Json(new
        {
            Href = here,
            Limit = limit,
            Next = $"{here}?before={oldest}&limit={limit}",
            Cursors = new { After = newest, Before = oldest },
            Items = plays.Select(play => new
            {
                Track = play.IsGone ? null : Answers.Track(play.Track),
                PlayedAt = play.PlayedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                Context = play.Context is { } uri ? new { Type = uri.Split(':')[1], Uri = uri } : null,
            }).ToList(),
        });
    }

    private static IResult TopTracks(HttpContext http) =>
        Top(http) is { } tops ? Answers.Page(http, tops, 50, 20, Answers.Track) : Answers.Error(400, "Invalid time range");

    private static IResult TopArtists(HttpContext http) =>
        Top(http) is { } tops ? Answers.Page(http, [.. tops.Select(track => track.Album.Artist).Distinct()], 50, 20, Answers.Artist) : Answers.Error(400, "Invalid time range");

    private static IReadOnlyList<FakeTrack>? Top(HttpContext http)
    {
        var range = http.Request.Query["time_range"].ToString() is { Length: > 0 } given ? given : "medium_term";
        return range is "short_term" or "medium_term" or "long_term" ? ApiGate.Person(http).Tops.TryGetValue(range, out var tops) ? tops : [] : null;
    }

    private static bool Milliseconds(HttpContext http, string name, out long value) => long.TryParse(http.Request.Query[name], CultureInfo.InvariantCulture, out value);

    private static string Cursor(FakePlay play) => play.PlayedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
