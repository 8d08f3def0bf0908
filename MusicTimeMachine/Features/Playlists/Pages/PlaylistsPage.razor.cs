using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Playlists.Pages;

/// <summary>All playlists of the person, those that changed last first.</summary>
public sealed partial class PlaylistsPage : IDisposable
{
    private readonly PageLoad _load = new();

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public PlaylistsView? View { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private PlaylistsQuery Query { get; set; } = default!;

    private TimeZoneInfo Zone => TimeZones.Find(View!.Listener.TimeZone);

    private string? Lead => View is null or { Playlists.Count: 0 } ? null
        : $"{Format.Count(View.Playlists.Count, "playlist")}, with every version that was seen of them.";

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => View is null ? LoadAsync() : Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task LoadAsync() => _load.RunAsync(async token =>
    {
        var listener = await Listener.GetAsync(token);
        var playlists = await Query.ListAsync(listener.UserId, token);
        token.ThrowIfCancellationRequested();
        View = new PlaylistsView(listener, playlists);
    });
}
