namespace MusicTimeMachine.Features.Searching.Pages;

/// <summary>What can be typed besides words, each as a link that does it.</summary>
public sealed partial class SearchExamples
{
    private static readonly (string Typed, string Meaning)[] Examples =
    [
        ("\"of the night\"", "these words, one after the other"),
        ("night -live", "without a word"),
        ("artist:the", "in the artist's name; album: likewise"),
        ("year:2010..2015", "when it came out; year:2010, year>=2020"),
        ("energy>0.8 valence<0.3", "audio features from 0 to 1, and tempo>120"),
        ("mood:calm", "happy, angry, calm or sad"),
        ("liked:yes", "what you marked as liked"),
    ];
}
