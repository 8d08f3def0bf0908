using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Importing.Json;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>
/// Says what each row of one file of the account data is:
/// <code>
/// { "endTime":"2026-10-02 21:07", "artistName":"Artist", "trackName":"Song", "msPlayed":184000 }
/// { "endTime":"2026-10-02 21:07", "podcastName":"Show", "episodeName":"Ep 1", "msPlayed":900000 }
/// </code>
/// The time is the end of play in UTC, to the minute.
/// </summary>
/// <param name="kind">What the file's name says its rows are, when it is no music.</param>
/// <param name="latest">The latest time that a play may have.</param>
internal sealed class SpotifyAccountRows(SkipReason? kind, DateTimeOffset latest)
{
    private readonly TextCache _names = new(NameText.Longest);

    /// <summary>Reads one row.</summary>
    public ImportRow Parse(long number, ReadOnlySpan<byte> bytes)
    {
        DateTimeOffset? end = null;
        int? msPlayed = null;
        string? track = null, artist = null;
        var skip = kind;
        var row = new RowReader(bytes);
        while (row.NextField())
        {
            if (row.Name.SequenceEqual("endTime"u8))
                end = row.Time(latest);
            else if (row.Name.SequenceEqual("msPlayed"u8))
                msPlayed = row.Milliseconds();
            else if (row.Name.SequenceEqual("trackName"u8))
                track = row.Text(_names);
            else if (row.Name.SequenceEqual("artistName"u8))
                artist = row.Text(_names);
            else if (row.Name.SequenceEqual("podcastName"u8) || row.Name.SequenceEqual("episodeName"u8))
                skip = row.HasText() ? skip ?? SkipReason.Podcast : skip;
            else if (row.Name.StartsWith("audiobook"u8))
                skip = row.HasText() ? skip ?? SkipReason.Audiobook : skip;
        }
        if (row.Error is { } error)
            return JsonRows.Error(number, error);
        if (end is not { } playedAt)
            return JsonRows.Error(number, "The row has no time (“endTime”).");
        if (track is null or "Unknown Track" || artist is null or "Unknown Artist")
            skip ??= SkipReason.NoTrack;
        return skip is not null
            ? new ImportRow(number, Play: null, skip, Error: null)
            : new ImportRow(number, PlayOf(playedAt, msPlayed, track, artist), Skip: null, Error: null);
    }

    private static ImportedPlay PlayOf(DateTimeOffset playedAt, int? msPlayed, string? track, string? artist) =>
        new(playedAt, PlayPrecision.Minute, PlaySource.SpotifyAccount) { MsPlayed = msPlayed, Track = track, Artist = artist };
}
