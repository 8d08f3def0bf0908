namespace MusicTimeMachine.Features.Moods;

/// <summary>A page of the songs of a region.</summary>
/// <param name="Items">The page, the most played first.</param>
/// <param name="Total">How many songs the region holds.</param>
/// <param name="Plays">Their counted plays.</param>
public sealed record MoodSongList(IReadOnlyList<MoodSong> Items, int Total, int Plays);
