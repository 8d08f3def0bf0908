using System.Text.Json;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>A row of an invented streaming history from the account data; a podcast's when <see cref="Episode"/> is set.</summary>
public sealed record AccountRow(DateTimeOffset EndTime)
{
    public string Track { get; init; } = "Paper Lanterns";
    public string Artist { get; init; } = "The Slow Comets";
    public string? Episode { get; init; }
    public int MsPlayed { get; init; } = 202_400;

    /// <summary>Writes the row as Spotify does.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("endTime", $"{EndTime.UtcDateTime:yyyy-MM-dd HH:mm}");
        json.WriteString(Episode is null ? "artistName" : "podcastName", Artist);
        json.WriteString(Episode is null ? "trackName" : "episodeName", Episode ?? Track);
        json.WriteNumber("msPlayed", MsPlayed);
        json.WriteEndObject();
    }
}
