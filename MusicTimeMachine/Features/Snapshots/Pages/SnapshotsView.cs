using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Snapshots.Pages;

/// <summary>What the page has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Spotify">How they stand with Spotify.</param>
/// <param name="Today">The present day of their calendar.</param>
/// <param name="Data">The snapshot; null when there is none at all.</param>
public sealed record SnapshotsView(string Choice, Listener Listener, SpotifyState Spotify, DateOnly Today, SnapshotsData? Data)
{
    /// <summary>Whether they can take a snapshot now: not in the demo, and not where Spotify has to be connected first.</summary>
    public bool CanTake => !Listener.IsDemo && Spotify.Link is { NeedsReconnect: false };

    /// <summary>Whether the day's is there.</summary>
    public bool HasToday => Data?.Calendar.Last == Today;
}
