using MusicTimeMachine.Features.Importing.Json;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>
/// Spotify's extended streaming history, with the fields of every year: <c>Streaming_History_Audio_2024_7.json</c>,
/// <c>Streaming_History_Video_2018-2025.json</c>, formerly <c>endsong_0.json</c> and <c>endvideo_0.json</c>; a renamed
/// file is known by its fields <c>ts</c> and <c>ms_played</c>.
/// </summary>
/// <param name="clock">Says which times lie in the future.</param>
public sealed class SpotifyExtendedFormat(TimeProvider clock) : IHistoryFormat
{
    /// <inheritdoc />
    public string Name => "Spotify extended streaming history";

    /// <inheritdoc />
    public bool Recognises(string fileName, ReadOnlySpan<byte> head) => SpotifyContents.Of(head) switch
    {
        SpotifyContent.Extended => true,
        SpotifyContent.Account => false,
        _ => SpotifyFileName.Of(fileName) is { History: SpotifyContent.Extended },
    };

    /// <inheritdoc />
    public IAsyncEnumerable<ImportRow> ReadAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var isVideo = SpotifyFileName.Of(fileName) is { History: SpotifyContent.Extended, Kind: SkipReason.Video };
        return JsonRows.ReadAsync(content, new SpotifyExtendedRows(isVideo, clock.LatestPlay()).Parse, cancellationToken);
    }
}
