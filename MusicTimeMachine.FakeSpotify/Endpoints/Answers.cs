using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>The shapes of Spotify's answers, without what Development Mode does not get any more, such as popularity.</summary>
internal static class Answers
{
    /// <summary>An error of the Web API.</summary>
    public static IResult Error(int status, string message) => Results.Json(new { Error = new { Status = status, Message = message } }, statusCode: status);

    /// <summary>An error of the token endpoint.</summary>
    public static IResult OAuthError(string error, string description) =>
        Results.Json(new { Error = error, ErrorDescription = description }, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>A page of a list.</summary>
    public static IResult Page<T>(HttpContext http, IReadOnlyList<T> all, int longest, int usual, Func<T, object?> draw)
    {
        if (!Read(http, "limit", usual, 1, longest, out var limit)) return Error(400, "Invalid limit");
        if (!Read(http, "offset", 0, 0, 100_000, out var offset)) return Error(400, "Invalid offset");
        return Results.Json(new
        {
            Href = Link(http, limit, offset),
            Limit = limit,
            Next = offset + limit < all.Count ? Link(http, limit, offset + limit) : null,
            Offset = offset,
            Previous = offset > 0 ? Link(http, limit, Math.Max(0, offset - limit)) : null,
            Total = all.Count,
            Items = all.Skip(offset).Take(limit).Select(draw).ToList(),
        });
    }

    public static bool Read(HttpContext http, string name, int usual, int least, int most, out int value)
    {
        value = usual;
        var given = http.Request.Query[name].ToString();
        return given.Length == 0 || (int.TryParse(given, out value) && value >= least && value <= most);
    }

    public static string Here(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}";

    public static object Track(FakeTrack track) => new
    {
        Album = Album(track.Album),
        Artists = new[] { Artist(track.Album.Artist) },
        DiscNumber = 1,
        track.DurationMs,
        Explicit = false,
        ExternalIds = new { track.Isrc },
        ExternalUrls = new { Spotify = "https://open.spotify.com/track/" + track.Id },
        track.Id,
        IsLocal = false,
        track.Name,
        PreviewUrl = (string?)null,
        TrackNumber = 1,
        Type = "track",
        track.Uri,
    };

    /// <summary>A file of a person's own: names, and no id.</summary>
    public static object LocalFile() => new
    {
        Album = new { Id = (string?)null, Name = "Tape", Artists = Array.Empty<object>() },
        Artists = new[] { new { Id = (string?)null, Name = "Me" } },
        DurationMs = 61_000,
        Id = (string?)null,
        IsLocal = true,
        Name = "Rehearsal",
        Type = "track",
        Uri = "spotify:local:Me:Tape:Rehearsal:61",
    };

    public static object Album(FakeAlbum album) => new
    {
        AlbumType = "album",
        Artists = new[] { Artist(album.Artist) },
        album.Id,
        Images = new[] { new { Url = "https://images.example.org/" + album.Id, Height = 640, Width = 640 } },
        album.Name,
        album.ReleaseDate,
        ReleaseDatePrecision = "year",
        TotalTracks = 10,
        Type = "album",
        Uri = "spotify:album:" + album.Id,
    };

    public static object Artist(FakeArtist artist) => new { artist.Id, artist.Name, Type = "artist", Uri = "spotify:artist:" + artist.Id };

    private static string Link(HttpContext http, int limit, int offset)
    {
        var others = http.Request.Query.Where(pair => pair.Key is not ("limit" or "offset")).Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
        var here = ApiGate.World(http).NextPagesLeadTo is { } elsewhere ? new Uri(elsewhere, http.Request.Path).AbsoluteUri : Here(http);
        return $"{here}?offset={offset}&limit={limit}{string.Concat(others)}";
    }
}
