using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>A track of the person's library: its song through the years, how it sounds, and what sounds like it.</summary>
public sealed partial class TrackPage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;

    /// <summary>The track's number, from the address.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public TrackView? View { get; set; }

    // As text: an address may hold anything.
    [SupplyParameterFromQuery(Name = "similar")]
    private string? Asked { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private TrackPageQuery Query { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private int Similar => int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        ? Math.Clamp(asked, 1, SimilarTracksQuery.MostTracks)
        : SimilarTracksQuery.Usual;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Data.Track.Id != Id) View = null;
        if (View?.Similar != Similar) return LoadAsync();
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
        var (id, similar, listener) = (Id, Similar, await Listener.GetAsync(cancellationToken));
        var data = await Query.FindAsync(listener.UserId, id, similar, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        View = data is null ? null : new TrackView(similar, listener, data);
        if (data is null) Navigation.NotFound();
        else Follow(listener);
    }

    /// <summary>"· 2019 · 3:42", without what is not known.</summary>
    private static string Facts(TrackDetails track)
    {
        string?[] facts = [track.ReleaseDate?.Year.ToString(CultureInfo.InvariantCulture), track.DurationMs is { } ms ? Format.Length(ms) : null];
        return string.Concat(facts.OfType<string>().Select((fact, i) => i == 0 && track.AlbumId is null ? fact : " · " + fact));
    }
}
