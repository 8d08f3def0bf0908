using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Albums;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>An album of the person's library: through the years, and its tracks.</summary>
public sealed partial class AlbumPage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;

    /// <summary>The album's number, from the address.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public AlbumView? View { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private AlbumPageQuery Query { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Data.Album.Id != Id)
        {
            View = null;
            return LoadAsync();
        }

        Follow(View.Listener);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        if (_live is not null) await _live.DisposeAsync();
    }

    /// <summary>Reads anew while an import adds plays, or when one is undone.</summary>
    private void Follow(Listener listener)
    {
        if (RendererInfo.IsInteractive) _live ??= new LiveReload(Updates, ImportService.Topic(listener.UserId), () => InvokeAsync(RefreshAsync), Pause);
    }

    private Task LoadAsync() => _load.RunAsync(ReadAsync);

    /// <summary>Loads without a sign of it.</summary>
    private async Task RefreshAsync()
    {
        await _load.RunAsync(ReadAsync, quietly: true);
        StateHasChanged();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (id, listener) = (Id, await Listener.GetAsync(cancellationToken));
        var data = await Query.FindAsync(listener.UserId, id, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        View = data is null ? null : new AlbumView(listener, data);
        if (data is null) Navigation.NotFound();
        else Follow(listener);
    }

    /// <summary>"2019", "June 2019" or "3 June 2019": as much as is known.</summary>
    private static string? Released(AlbumDetails album) => (album.ReleaseDate, album.ReleaseDatePrecision) switch
    {
        (null, _) => null,
        ({ } date, ReleaseDatePrecision.Day) => Format.Day(date),
        ({ } date, ReleaseDatePrecision.Month) => Format.Month(date),
        ({ } date, _) => date.Year.ToString(CultureInfo.InvariantCulture),
    };
}
