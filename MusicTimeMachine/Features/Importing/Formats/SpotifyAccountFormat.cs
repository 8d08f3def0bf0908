using MusicTimeMachine.Features.Importing.Json;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>
/// The streaming history in Spotify's account data, about the last year: <c>StreamingHistory_music_0.json</c>,
/// <c>StreamingHistory_podcast_0.json</c>, formerly <c>StreamingHistory0.json</c>; a renamed file is known by its fields
/// <c>endTime</c> and <c>msPlayed</c>.
/// </summary>
/// <param name="clock">Says which times lie in the future.</param>
public sealed class SpotifyAccountFormat(TimeProvider clock) : IHistoryFormat
{
    /// <inheritdoc />
    public string Name => "Spotify account data";

    /// <inheritdoc />
    public bool Recognises(string fileName, ReadOnlySpan<byte> head) => SpotifyContents.Of(head) switch
    {
        SpotifyContent.Account => true,
        SpotifyContent.Extended => false,
        _ => SpotifyFileName.Of(fileName) is { History: SpotifyContent.Account },
    };

    /// <inheritdoc />
    public IAsyncEnumerable<ImportRow> ReadAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var kind = SpotifyFileName.Of(fileName) is { History: SpotifyContent.Account } name ? name.Kind : null;
        return JsonRows.ReadAsync(content, new SpotifyAccountRows(kind, clock.LatestPlay()).Parse, cancellationToken);
    }
}
