using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Importing.Json;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>Says what each row of one file of the extended history is.</summary>
/// <param name="isVideo">Whether the file is one of the video history.</param>
/// <param name="latest">The latest time that a play may have.</param>
internal sealed class SpotifyExtendedRows(bool isVideo, DateTimeOffset latest)
{
    private readonly TextCache _names = new(NameText.Longest);
    private readonly TextCache _platforms = new(PlayFields.LongestPlatform);

    /// <summary>Reads one row.</summary>
    public ImportRow Parse(long number, ReadOnlySpan<byte> bytes)
    {
        var reader = new RowReader(bytes);
        var row = new SpotifyExtendedRow();
        while (reader.NextField())
            row.Take(ref reader, _names, _platforms, latest);
        if (reader.Error is { } error)
            return JsonRows.Error(number, error);
        if (row.Ts is not { } ts)
            return JsonRows.Error(number, "The row has no time (“ts”).");
        return SkipReasonOf(row) is { } reason
            ? new ImportRow(number, Play: null, reason, Error: null)
            : new ImportRow(number, PlayOf(row, ts), Skip: null, Error: null);
    }

    private SkipReason? SkipReasonOf(in SpotifyExtendedRow row) => row switch
    {
        _ when isVideo => SkipReason.Video,
        { IsEpisode: true } => SkipReason.Podcast,
        { IsAudiobook: true } => SkipReason.Audiobook,
        { IsLocal: true } => SkipReason.Local,
        { SpotifyId: not null } => null,
        { Track: not null, Artist: not null } => null,
        _ => SkipReason.NoTrack,
    };

    private static ImportedPlay PlayOf(in SpotifyExtendedRow row, DateTimeOffset ts)
    {
        var end = EndOfPlay(row, ts);
        return new(end, PlayPrecision.Second, PlaySource.SpotifyExtended)
        {
            ReportedAt = end == ts ? null : ts,
            MsPlayed = row.MsPlayed,
            Track = row.Track,
            Artist = row.Artist,
            Album = row.Album,
            SpotifyId = row.SpotifyId,
            Skipped = row.Skipped,
            Shuffle = row.Shuffle,
            Offline = row.Offline,
            Incognito = row.Incognito,
            ReasonStart = row.ReasonStart,
            ReasonEnd = row.ReasonEnd,
            Platform = row.Platform,
        };
    }

    /// <summary>
    /// Plays without a connection are reported later, many with one and the same <c>ts</c>. <c>offline_timestamp</c> then
    /// tells when the play began, in seconds or, by the year of the export, in milliseconds; it is believed when it lies
    /// between 30 days before <c>ts</c> and an hour after.
    /// </summary>
    private static DateTimeOffset EndOfPlay(in SpotifyExtendedRow row, DateTimeOffset ts)
    {
        const double FirstMilliseconds = 1e11;
        if (row is not { Offline: true, OfflineTimestamp: > 0 and var stamp })
            return ts;
        var start = stamp > FirstMilliseconds ? stamp : stamp * 1000;
        var reported = ts.ToUnixTimeMilliseconds();
        if (start < reported - TimeSpan.FromDays(30).TotalMilliseconds || start > reported + TimeSpan.FromHours(1).TotalMilliseconds)
            return ts;
        var end = Math.Min(start + (row.MsPlayed ?? 0), reported);
        return DateTimeOffset.FromUnixTimeSeconds((long)(end / 1000));
    }
}
