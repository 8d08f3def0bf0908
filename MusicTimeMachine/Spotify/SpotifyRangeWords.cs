using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify;

/// <summary>What Spotify calls its time ranges; tables and addresses use the same words.</summary>
public static class SpotifyRangeWords
{
    /// <summary>"short_term", "medium_term" or "long_term".</summary>
    public static string Word(this SpotifyRange range) => range switch
    {
        SpotifyRange.ShortTerm => "short_term",
        SpotifyRange.MediumTerm => "medium_term",
        SpotifyRange.LongTerm => "long_term",
        _ => throw new ArgumentOutOfRangeException(nameof(range)),
    };

    /// <summary>The range of a word; null when there is none.</summary>
    public static SpotifyRange? Parse(string? word) => word switch
    {
        "short_term" => SpotifyRange.ShortTerm,
        "medium_term" => SpotifyRange.MediumTerm,
        "long_term" => SpotifyRange.LongTerm,
        _ => null,
    };
}
