using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>What a person changed in the history by hand, and the way back.</summary>
public sealed partial class Changes : IDisposable
{
    private readonly PageLoad _load = new();
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private HistoryChange? _last;
    private bool _busy;

    /// <summary>The changes, the newest first; null before they are read.</summary>
    [PersistentState]
    public IReadOnlyList<CorrectionView>? List { get; set; }

    [Inject]
    private Corrections Service { get; set; } = default!;

    [Inject]
    private HistoryChanges History { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task LoadAsync() => _load.RunAsync(async token =>
    {
        var listener = await Listener.GetAsync(token);
        var list = await Service.ListAsync(listener.UserId, token);
        token.ThrowIfCancellationRequested();
        (List, _zone) = (list, TimeZones.Find(listener.TimeZone));
    });

    private async Task UndoAsync(CorrectionView change)
    {
        if (_busy) return;
        _busy = true;
        _last = await History.UndoAsync(change.Id);
        await LoadAsync();
        _busy = false;
    }

    private static string KindOf(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Added => "added",
        CorrectionKind.Edited => "edited",
        _ => "deleted",
    };

    /// <summary>"of “Harbour Lights” by The Slow Comets", "of 12 tracks, “Harbour Lights” among them".</summary>
    private static string OfWhat(CorrectionView change) => (change.Tracks, change.Track) switch
    {
        ( > 1, { } track) => $"of {Format.Count(change.Tracks, "track")}, “{track}” among them",
        (_, { } track) => $"of “{track}” by {change.Artist}",
        _ => $"of {Format.Count(change.Tracks, "track")}",
    };
}
