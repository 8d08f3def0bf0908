using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Artists;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>An artist of the person's library: through the years, their songs and their albums.</summary>
public sealed partial class ArtistPage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;

    /// <summary>The artist's number, from the address.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public ArtistView? View { get; set; }

    // As text: an address may hold anything.
    [SupplyParameterFromQuery(Name = "page")]
    private string? Asked { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private ArtistPageQuery Query { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private int Page => int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Max(1, asked) : 1;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Data.Artist.Id != Id) View = null;
        if (View?.Page != Page) return LoadAsync();
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
        var (id, page, listener) = (Id, Page, await Listener.GetAsync(cancellationToken));
        var data = await Query.FindAsync(listener.UserId, id, page, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        View = data is null ? null : new ArtistView(page, listener, data);
        if (data is null) Navigation.NotFound();
        else Follow(listener);
    }

    private string PageLink(int page) => Navigation.GetUriWithQueryParameter("page", page == 1 ? null : page);
}
