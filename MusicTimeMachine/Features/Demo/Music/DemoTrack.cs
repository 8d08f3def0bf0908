namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// An invented track. It has neither a Spotify id nor an ISRC: any well-formed one could be, or become, a real track's.
/// </summary>
/// <param name="Name">The title, with what services append to it ("- Live", "(feat. …)").</param>
/// <param name="Artists">Indexes of its artists, the main one first.</param>
/// <param name="Album">The index of its album.</param>
/// <param name="Song">The same number for all versions of one song.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="Explicit">Whether its words are explicit.</param>
/// <param name="Popularity">0 to 100.</param>
/// <param name="Features">Audio features; null for about a tenth of the tracks, as in real libraries.</param>
public sealed record DemoTrack(
    string Name,
    IReadOnlyList<int> Artists,
    int Album,
    int Song,
    int DurationMs,
    bool Explicit,
    int Popularity,
    DemoAudioFeatures? Features);
