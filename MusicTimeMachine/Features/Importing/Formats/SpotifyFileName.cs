using System.Text.RegularExpressions;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>
/// What the name says that Spotify gave a file: <c>Streaming_History_Audio_2020-2021_3.json</c>,
/// <c>Streaming_History_Video_2018-2025.json</c>, <c>endsong_0.json</c>, <c>endvideo_0.json</c>,
/// <c>StreamingHistory_music_0.json</c>, <c>StreamingHistory_podcast_0.json</c>, <c>StreamingHistory0.json</c>, in any case.
/// A copy says the same: <c>endsong_0 (1).json</c>, <c>endsong_0(1).json</c>, <c>endsong_0 - Copy.json</c>. Only the whole
/// name counts, because a word in it may be the person's own.
/// </summary>
/// <param name="History">Which of the histories it is.</param>
/// <param name="Kind">What its rows are, when they are no music.</param>
internal sealed partial record SpotifyFileName(SpotifyContent History, SkipReason? Kind)
{
    /// <summary>Reads a name; null when it is none of Spotify's for a history.</summary>
    /// <param name="fileName">The base name, without folders.</param>
    public static SpotifyFileName? Of(string fileName) => Name().Match(fileName) switch
    {
        { Success: false } => null,
        { Groups: var groups } when groups["account"].Success => new(SpotifyContent.Account, KindOf(groups["account"].Value)),
        { Groups: var groups } => new(SpotifyContent.Extended, groups["video"].Success ? SkipReason.Video : null),
    };

    private static SkipReason? KindOf(string word) => word.ToUpperInvariant() switch
    {
        "_PODCAST" => SkipReason.Podcast,
        "_AUDIOBOOK" => SkipReason.Audiobook,
        "_VIDEO" => SkipReason.Video,
        _ => null,
    };

    // The history, the years or the number of the file, and the mark of a copy.
    [GeneratedRegex(
        @"\A (?: Streaming_History_Audio | endsong | (?<video> Streaming_History_Video | endvideo ) | StreamingHistory (?<account> _music | _podcast | _audiobook | _video | ) )
             (?: _? [0-9] [0-9_-]* )?
             (?: [\s(] .* )?
             \.json \z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
