using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MusicTimeMachine.Features.Playlists.Files;

/// <summary>Writes playlists to files.</summary>
public static class PlaylistFileWriter
{
    // Titles in all languages stay readable; the files are never part of a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The file's text.</summary>
    public static string Write(PlaylistFile playlist, PlaylistFileFormat format) => format switch
    {
        PlaylistFileFormat.M3u8 => M3u8(playlist),
        PlaylistFileFormat.Jspf => JsonSerializer.Serialize(Jspf(playlist), Json),
        PlaylistFileFormat.Csv => Csv(playlist),
        PlaylistFileFormat.Json => JsonSerializer.Serialize(playlist, Json),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The file's type, as it is told to browsers.</summary>
    public static string TypeOf(PlaylistFileFormat format) => format switch
    {
        PlaylistFileFormat.M3u8 => "application/vnd.apple.mpegurl; charset=utf-8",
        PlaylistFileFormat.Jspf => "application/jspf+json; charset=utf-8",
        PlaylistFileFormat.Csv => "text/csv; charset=utf-8",
        PlaylistFileFormat.Json => "application/json; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The file's name: the playlist's without what file systems refuse, and the version.</summary>
    public static string NameOf(PlaylistFile playlist, PlaylistFileFormat format)
    {
        var name = string.Concat(playlist.Name.EnumerateRunes().Select(rune => Rune.IsControl(rune) || "<>:\"/\\|?*".Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{name.Trim(' ', '.')} v{playlist.Version}.{format.ToString().ToLowerInvariant()}");
    }

    // A line each for title and address; players look a track without an address up by its name.
    private static string M3u8(PlaylistFile playlist)
    {
        var text = new StringBuilder("#EXTM3U\n").Append("#PLAYLIST:").Append(Line(playlist.Name)).Append('\n');
        foreach (var track in playlist.Tracks)
        {
            var seconds = track.DurationMs is { } ms ? (ms + 500) / 1000 : -1;
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{seconds},{Line(track.Artist)} - {Line(track.Title)}\n");
            if (track.Album is not null) text.Append("#EXTALB:").Append(Line(track.Album)).Append('\n');
            text.Append(track.Address ?? Line($"{track.Artist} - {track.Title}").TrimStart('#', ' ')).Append('\n');
        }

        return text.ToString();
    }

    private static object Jspf(PlaylistFile playlist) => new
    {
        Playlist = new
        {
            Title = playlist.Name,
            Annotation = playlist.Description,
            Date = playlist.CreatedAt,
            Track = playlist.Tracks.Select(track => new
            {
                track.Title,
                Creator = track.Artist,
                track.Album,
                Duration = track.DurationMs,
                Location = track.Address is null ? null : new[] { track.Address },
                Identifier = track.Isrc is null ? null : new[] { "urn:isrc:" + track.Isrc },
                Annotation = track.Reason,
            }),
        },
    };

    private static string Csv(PlaylistFile playlist)
    {
        var text = new StringBuilder("position,title,artist,album,duration_ms,isrc,spotify_uri,added_at,reason\r\n");
        foreach (var (place, track) in playlist.Tracks.Index())
        {
            string?[] fields =
            [
                (place + 1).ToString(CultureInfo.InvariantCulture), track.Title, track.Artist, track.Album, track.DurationMs?.ToString(CultureInfo.InvariantCulture), track.Isrc,
                track.SpotifyId is null ? null : "spotify:track:" + track.SpotifyId, track.AddedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), track.Reason,
            ];
            text.AppendJoin(',', fields.Select(Field)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Field(string? text) => text is null ? "" : text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
