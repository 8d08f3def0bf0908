using System.Text.Json;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>
/// A row of an invented extended streaming history; as it is made, a good play of a track. The fields that tell who
/// listened from where are written with invented values, so that a test can look for them in vain.
/// </summary>
public sealed record ExtendedRow(DateTimeOffset Ts)
{
    public int? MsPlayed { get; init; } = 202_400;
    public string? Track { get; init; } = "Paper Lanterns";
    public string? Artist { get; init; } = "The Slow Comets";
    public string? Album { get; init; } = "Harbour Lights";
    public string? TrackUri { get; init; } = "spotify:track:0000000000000000000001";
    public string? EpisodeName { get; init; }
    public string? EpisodeUri { get; init; }
    public string? AudiobookUri { get; init; }
    public string? Platform { get; init; } = "ios";
    public string? ReasonStart { get; init; } = "trackdone";
    public string? ReasonEnd { get; init; } = "trackdone";
    public bool? Shuffle { get; init; } = false;
    public bool? Skipped { get; init; } = false;
    public bool? Offline { get; init; } = false;
    public long? OfflineTimestamp { get; init; }
    public bool? Incognito { get; init; } = false;

    /// <summary>Writes the row with the fields of today's exports, in their order.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ts", $"{Ts.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        json.WriteString("platform", Platform);
        WriteNumber(json, "ms_played", MsPlayed);
        json.WriteString("conn_country", "ZZ");
        json.WriteString("ip_addr", "203.0.113.7");
        json.WriteString("master_metadata_track_name", Track);
        json.WriteString("master_metadata_album_artist_name", Artist);
        json.WriteString("master_metadata_album_album_name", Album);
        json.WriteString("spotify_track_uri", TrackUri);
        json.WriteString("episode_name", EpisodeName);
        json.WriteString("episode_show_name", EpisodeName is null ? null : "The Evening Show");
        json.WriteString("spotify_episode_uri", EpisodeUri);
        json.WriteString("audiobook_title", AudiobookUri is null ? null : "A Long Winter");
        json.WriteString("audiobook_uri", AudiobookUri);
        json.WriteNull("audiobook_chapter_uri");
        json.WriteNull("audiobook_chapter_title");
        json.WriteString("reason_start", ReasonStart);
        json.WriteString("reason_end", ReasonEnd);
        WriteFlag(json, "shuffle", Shuffle);
        WriteFlag(json, "skipped", Skipped);
        WriteFlag(json, "offline", Offline);
        WriteNumber(json, "offline_timestamp", OfflineTimestamp);
        WriteFlag(json, "incognito_mode", Incognito);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
            json.WriteBoolean(name, flag);
        else
            json.WriteNull(name);
    }
}
