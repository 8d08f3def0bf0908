using System.Text;
using MusicTimeMachine.Features.Importing.Json;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>
/// The fields of one row of the extended history as they stand there:
/// <code>
/// { "ts":"2025-09-09T22:20:30Z", "platform":"ios", "ms_played":202400, "conn_country":"US", "ip_addr":"203.0.113.7",
///   "master_metadata_track_name":"Song", "master_metadata_album_artist_name":"Artist",
///   "master_metadata_album_album_name":"Album", "spotify_track_uri":"spotify:track:6Ss0kUAaOEzrmEh8ckCGgI",
///   "episode_name":null, "episode_show_name":null, "spotify_episode_uri":null,
///   "audiobook_title":null, "audiobook_uri":null, "audiobook_chapter_uri":null, "audiobook_chapter_title":null,
///   "reason_start":"trackdone", "reason_end":"trackdone", "shuffle":false, "skipped":false,
///   "offline":false, "offline_timestamp":1757456076, "incognito_mode":false }
/// </code>
/// Older rows lack the audiobook and have <c>username</c>, <c>ip_addr_decrypted</c> and <c>user_agent_decrypted</c>.
/// Who listened from where is never read.
/// </summary>
internal struct SpotifyExtendedRow
{
    public DateTimeOffset? Ts;
    public int? MsPlayed;
    public string? Track;
    public string? Artist;
    public string? Album;
    public string? SpotifyId;
    public bool IsLocal;
    public string? Platform;
    public bool IsEpisode;
    public bool IsAudiobook;
    public PlayReason? ReasonStart;
    public PlayReason? ReasonEnd;
    public bool? Shuffle;
    public bool? Skipped;
    public bool? Offline;
    public bool? Incognito;
    public double? OfflineTimestamp;

    /// <summary>Takes the field that the reader has reached.</summary>
    public void Take(ref RowReader row, TextCache names, TextCache platforms, DateTimeOffset latest)
    {
        var name = row.Name;
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("ts"u8):
                Ts = row.Time(latest);
                break;
            case 7 when name.SequenceEqual("shuffle"u8):
                Shuffle = row.Flag();
                break;
            case 7 when name.SequenceEqual("skipped"u8):
                Skipped = row.Flag();
                break;
            case 7 when name.SequenceEqual("offline"u8):
                Offline = row.Flag();
                break;
            case 8 when name.SequenceEqual("platform"u8):
                Platform = row.Text(platforms);
                break;
            case 9 when name.SequenceEqual("ms_played"u8):
                MsPlayed = row.Milliseconds();
                break;
            case 10 when name.SequenceEqual("reason_end"u8):
                ReasonEnd = row.Reason();
                break;
            case 12 when name.SequenceEqual("reason_start"u8):
                ReasonStart = row.Reason();
                break;
            case 14 when name.SequenceEqual("incognito_mode"u8):
                Incognito = row.Flag();
                break;
            case 17 when name.SequenceEqual("spotify_track_uri"u8):
                TakeUri(row.Bytes().Trim(" "u8), names);
                break;
            case 17 when name.SequenceEqual("offline_timestamp"u8):
                OfflineTimestamp = row.Number();
                break;
            case 12 when name.SequenceEqual("episode_name"u8):
            case 19 when name.SequenceEqual("spotify_episode_uri"u8):
                IsEpisode |= row.HasText();
                break;
            case 26 when name.SequenceEqual("master_metadata_track_name"u8):
                Track = row.Text(names);
                break;
            case 32 when name.SequenceEqual("master_metadata_album_album_name"u8):
                Album = row.Text(names);
                break;
            case 33 when name.SequenceEqual("master_metadata_album_artist_name"u8):
                Artist = row.Text(names);
                break;
            case > 10 when name.StartsWith("audiobook_"u8):
                IsAudiobook |= row.HasText();
                break;
        }
    }

    // A URI that is neither of these says nothing: the names may.
    private void TakeUri(ReadOnlySpan<byte> uri, TextCache texts)
    {
        IsLocal = uri.StartsWith("spotify:local:"u8);
        var id = SpotifyTrackUri.IdOf(uri);
        SpotifyId = id.IsEmpty ? null : texts.TryGet(id, out var known) ? known : texts.Add(id, Encoding.ASCII.GetString(id));
    }
}
