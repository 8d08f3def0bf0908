using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Playlists.Pages;

/// <summary>What the page of a playlist shows.</summary>
/// <param name="Choice">What was asked for, as the address says it.</param>
/// <param name="Listener">Whose playlist.</param>
/// <param name="Playlist">The playlist.</param>
/// <param name="Versions">Its versions, the latest first.</param>
/// <param name="Shown">The version that is looked at.</param>
/// <param name="DurationMs">The length of all its tracks, in milliseconds.</param>
/// <param name="Items">The first of its tracks.</param>
/// <param name="Comparison">What differs from another version; null where there is no other.</param>
public sealed record PlaylistView(
    string Choice, Listener Listener, PlaylistSummary Playlist, IReadOnlyList<PlaylistVersionRow> Versions, PlaylistVersionRow Shown,
    long DurationMs, IReadOnlyList<PlaylistEntry> Items, PlaylistComparison? Comparison)
{
    /// <summary>Whether the version is the one that holds now.</summary>
    public bool IsLatest => Shown.Number == Versions[0].Number;
}
