using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>A track as Spotify tells of it, in the catalogue's words. What is not told, or cannot be, is null.</summary>
internal sealed record ToldTrack
{
    /// <summary>Its Spotify id.</summary>
    public required string SpotifyId { get; init; }

    /// <summary>Whether title and artist are told; of what was taken down they are not.</summary>
    public required bool Named { get; init; }

    /// <summary>The first artist.</summary>
    public required string Artist { get; init; }

    /// <summary>All artists.</summary>
    public required string DisplayArtist { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The title as it is compared.</summary>
    public string TitleKey => Named ? NameKey.OfTitle(Title) : Title;

    /// <summary>The album.</summary>
    public string? Album { get; init; }

    /// <summary>The album as it is compared.</summary>
    public string? AlbumKey => Album is null ? null : NameKey.Of(Album);

    /// <summary>The album's Spotify id.</summary>
    public string? AlbumId { get; init; }

    /// <summary>The length in milliseconds.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The recording.</summary>
    public string? Isrc { get; init; }

    /// <summary>Whether its words are marked as explicit.</summary>
    public bool? Explicit { get; init; }

    /// <summary>When it came out; what is not known of it is January or the first.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>How much of <see cref="Released"/> is known, in the words of the table.</summary>
    public string? Precision { get; init; }

    /// <summary>A cover.</summary>
    public string? Image { get; init; }

    /// <summary>The artists with their Spotify ids, the first first.</summary>
    public required IReadOnlyList<SpotifyArtist> Artists { get; init; }

    /// <summary>What is told of tracks, each id once. Files of people's own and podcasts are left out. A track that stands for another one is told under both ids.</summary>
    public static IReadOnlyList<ToldTrack> Of(IEnumerable<SpotifyTrack> tracks) =>
    [
        .. from track in tracks
           where !track.IsLocal && track.Type is null or "track"
           from id in new[] { track.Id, track.LinkedFrom?.Id }
           where IsId(id)
           group track by id into same
           select Of(same.Key, same.OrderByDescending(IsNamed).First()),
    ];

    /// <summary>A picture that is wide enough, and no wider than it must be; null when there is none that pages may show.</summary>
    public static string? Picture(IReadOnlyList<SpotifyImage>? images) =>
        images?.Where(image => Uri.TryCreate(image.Url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            .OrderBy(image => image.Width is >= 300 ? image.Width : int.MaxValue).FirstOrDefault()?.Url;

    /// <summary>A text as the database takes it, no longer than imports keep it; null when there is nothing in it.</summary>
    public static string? Text(string? told) => NameText.Clean(told);

    /// <summary>Whether it is an id of Spotify's: 22 letters and digits.</summary>
    public static bool IsId([NotNullWhen(true)] string? told) => told is { Length: 22 } && told.All(char.IsAsciiLetterOrDigit);

    private static bool IsNamed(SpotifyTrack track) => Text(track.Name) is not null && track.Artists is [var first, ..] && Text(first.Name) is not null;

    private static ToldTrack Of(string id, SpotifyTrack track)
    {
        var named = IsNamed(track);
        var (released, precision) = Date(track.Album?.ReleaseDate);
        var artists = named ? track.Artists!.Where(artist => Text(artist.Name) is not null).ToList() : [];
        return new ToldTrack
        {
            SpotifyId = id,
            Named = named,
            Artist = named ? Text(artists[0].Name)! : CatalogMatcher.UnknownArtist,
            DisplayArtist = named ? Text(string.Join(", ", artists.Select(artist => Text(artist.Name))))! : CatalogMatcher.UnknownArtist,
            Title = named ? Text(track.Name)! : "spotify:track:" + id,
            Album = named ? Text(track.Album?.Name) : null,
            AlbumId = IsId(track.Album?.Id) ? track.Album.Id : null,
            DurationMs = track.DurationMs is > 0 and <= int.MaxValue ? (int)track.DurationMs : null,
            Isrc = track.ExternalIds?.Isrc?.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is { Length: 12 } isrc && isrc.All(char.IsAsciiLetterOrDigit) ? isrc : null,
            Explicit = named ? track.Explicit : null,
            Released = released,
            Precision = precision,
            Image = Picture(track.Album?.Images),
            Artists = artists,
        };
    }

    // "2019", "2019-05" or "2019-05-04"; of some old albums "0000".
    private static (DateOnly? Released, string? Precision) Date(string? told)
    {
        (string Format, ReleaseDatePrecision Precision)? known = told?.Length switch
        {
            4 => ("yyyy", ReleaseDatePrecision.Year),
            7 => ("yyyy-MM", ReleaseDatePrecision.Month),
            10 => ("yyyy-MM-dd", ReleaseDatePrecision.Day),
            _ => null,
        };
        return known is { } read && DateOnly.TryParseExact(told, read.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, WordOf(read.Precision))
            : (null, null);
    }

    private static string WordOf(ReleaseDatePrecision precision) => precision.ToString().ToLowerInvariant();
}
