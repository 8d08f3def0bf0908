using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Snapshots.Pages;

/// <summary>What Spotify says somebody loves, on any day that was kept, beside any other, and over the dates. The address says which.</summary>
public sealed partial class SnapshotsPage : IAsyncDisposable
{
    private readonly PageLoad _load = new();
    private readonly PageLoad _taking = new();
    private LiveReload? _live;
    private string? _said;
    private string? _problem;
    private SnapshotsAddress _address = SnapshotsAddress.Read(null, null, null, null, null, null);
    private IReadOnlyList<BumpLine> _lines = [];

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public SnapshotsView? View { get; set; }

    // As text: an address may hold anything.
    [SupplyParameterFromQuery]
    private string? Date { get; set; }

    [SupplyParameterFromQuery]
    private string? Against { get; set; }

    [SupplyParameterFromQuery]
    private string? Range { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? Over { get; set; }

    [SupplyParameterFromQuery]
    private string? Lines { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private SnapshotsQuery Query { get; set; } = default!;

    [Inject]
    private SpotifyAccounts Accounts { get; set; } = default!;

    [Inject]
    private TopsCapture Tops { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Choice => string.Join('\n', Date, Against, Range, Kind, Over, Lines);

    private SnapshotsRequest Request => _address.Request;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        _address = SnapshotsAddress.Read(Date, Against, Range, Kind, Over, Lines);
        if (View?.Choice != Choice) return LoadAsync();
        Draw(View);
        Follow(View.Listener);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        _taking.Dispose();
        if (_live is not null) await _live.DisposeAsync();
    }

    private void Follow(Listener listener)
    {
        if (RendererInfo.IsInteractive) _live ??= new LiveReload(Updates, SnapshotWriter.Topic(listener.UserId), () => InvokeAsync(RefreshAsync));
    }

    private Task LoadAsync() => ReadAsync(quietly: false);

    private async Task RefreshAsync()
    {
        await ReadAsync(quietly: true);
        StateHasChanged();
    }

    private Task ReadAsync(bool quietly) => _load.RunAsync(async token =>
    {
        var (choice, request, listener) = (Choice, Request, await Listener.GetAsync(token));
        token.ThrowIfCancellationRequested();
        Follow(listener);
        var spotify = await Accounts.StateAsync(listener.UserId, token);
        var data = await Query.AskAsync(listener.UserId, request, token);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZones.Find(listener.TimeZone)).DateTime);
        token.ThrowIfCancellationRequested();
        Draw(View = new SnapshotsView(choice, listener, spotify, today, data));
    }, quietly);

    private void Draw(SnapshotsView view) => _lines =
    [
        .. view.Data?.History.Lines.Select(line => new BumpLine(
            line.Name, line.Artist, line.Ranks,
            line.Artist is not null ? CatalogPaths.Track(line.Id) : view.Data.Entries.Any(entry => entry.Id == line.Id && entry.HasPage) ? CatalogPaths.Artist(line.Id) : null)) ?? [],
    ];

    private async Task TakeAsync()
    {
        if (_taking.Busy || View is not { CanTake: true } view) return;
        (_said, _problem) = (null, null);
        var asked = false;
        await _taking.RunAsync(async token =>
        {
            try
            {
                // Spotify was asked: what it says is kept, whoever goes away meanwhile.
                var taken = await Tops.TakeAsync(view.Listener.UserId, CancellationToken.None);
                token.ThrowIfCancellationRequested();
                _said = taken.IsNew ? $"Taken: this is what Spotify says on {Format.Day(taken.Date)}." : $"The snapshot of {Format.Day(taken.Date)} is taken already. What Spotify said stays as it is; the next is tomorrow's.";
            }
            catch (SpotifyException refused)
            {
                _problem = refused.Message;
            }

            asked = true;
        });
        _problem ??= _taking.Failed;
        if (asked) await ReadAsync(quietly: true);
    }
}
