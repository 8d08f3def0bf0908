using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Playlists.Pages;

/// <summary>What the page of all playlists shows.</summary>
/// <param name="Listener">Whose playlists.</param>
/// <param name="Playlists">All of them.</param>
public sealed record PlaylistsView(Listener Listener, IReadOnlyList<PlaylistSummary> Playlists);
