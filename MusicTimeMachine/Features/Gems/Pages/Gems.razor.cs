using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Gems.Pages;

/// <summary>What was loved and has gone silent, with the reason for each. The address says the source, the windows and the threshold.</summary>
public sealed partial class Gems : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;
    private Gem? _undo;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public GemsView? View { get; set; }

    [SupplyParameterFromQuery]
    private string? LovedFromDays { get; set; }

    [SupplyParameterFromQuery]
    private string? LovedToDays { get; set; }

    [SupplyParameterFromQuery]
    private string? SilentDays { get; set; }

    [SupplyParameterFromQuery]
    private string? MinPlays { get; set; }

    [SupplyParameterFromQuery]
    private string? Source { get; set; }

    [SupplyParameterFromQuery]
    private string? Limit { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private GemsQuery Query { get; set; } = default!;

    [Inject]
    private GemHiding Hiding { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Choice => Request.ToString();

    private GemsRequest Request
    {
        get
        {
            var usual = new GemsRequest();
            return new GemsRequest
            {
                LovedFromDays = Number(LovedFromDays) ?? usual.LovedFromDays,
                LovedToDays = Number(LovedToDays) ?? usual.LovedToDays,
                SilentDays = Number(SilentDays) ?? usual.SilentDays,
                MinPlays = Number(MinPlays) ?? usual.MinPlays,
                Source = Source == "snapshots" ? GemSource.Snapshots : usual.Source,
                Limit = Number(Limit) ?? usual.Limit,
            }.Bounded();
        }
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice != Choice) return LoadAsync();
        Follow(View.Listener);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        if (_live is not null) await _live.DisposeAsync();
    }

    private void Follow(Listener listener)
    {
        if (RendererInfo.IsInteractive) _live ??= new LiveReload(Updates, ImportService.Topic(listener.UserId), () => InvokeAsync(RefreshAsync), Pause);
    }

    private Task LoadAsync() => ReadAsync(quietly: false);

    private async Task RefreshAsync()
    {
        await ReadAsync(quietly: true);
        StateHasChanged();
    }

    private Task ReadAsync(bool quietly) => ReachAsync(_ => Task.CompletedTask, quietly);

    private Task HideAsync(Gem gem) => ReachAsync(async listener =>
    {
        if (!listener.IsDemo && await Hiding.HideAsync(listener.UserId, gem.SongId, CancellationToken.None)) _undo = gem;
    });

    private Task RestoreAsync(long songId) => ReachAsync(async listener =>
    {
        if (listener.IsDemo) return;
        await Hiding.RestoreAsync(listener.UserId, songId, CancellationToken.None);
        if (_undo?.SongId == songId) _undo = null;
    });

    /// <summary>Changes something, and reads what is there afterwards.</summary>
    private Task ReachAsync(Func<Listener, Task> changeAsync, bool quietly = true) => _load.RunAsync(async token =>
    {
        var (choice, request, listener) = (Choice, Request, await Listener.GetAsync(token));
        await changeAsync(listener);
        token.ThrowIfCancellationRequested();
        Follow(listener);
        var span = await Plays.SpanAsync(listener.UserId, token);
        var gems = await Query.AskAsync(listener.UserId, request, token);
        var hidden = await Hiding.ListAsync(listener.UserId, token);
        token.ThrowIfCancellationRequested();
        View = new GemsView(choice, listener, span, gems, hidden);
    }, quietly);

    private string Nothing(ListeningSpan? span) => span is null || Request.Source == GemSource.Snapshots
        ? $"No song that a snapshot of between {Format.Count(Request.LovedFromDays, "day")} and {Format.Count(Request.LovedToDays, "day")} ago had in your top 50 " +
            $"has been silent for {Format.Count(Request.SilentDays, "day")}. Snapshots are taken every day once Spotify is connected."
        :
        $"No song that you played {Format.Count(Request.MinPlays, "time")} or more between {Format.Count(Request.LovedFromDays, "day")} and {Format.Count(Request.LovedToDays, "day")} ago " +
        $"has been silent for {Format.Count(Request.SilentDays, "day")}. Your music lasts from {Format.Day(span.First)} to {Format.Day(span.Last)}.";

    private string Link(GemsRequest request) => GemSliders.Link(Navigation, request);

    // The album's cover is the one that its own artist makes, not the guests of one track.
    private static string? Image(Gem gem) => gem.Image ?? (gem.Album is null ? null : CoverAddress.Of(CoverKind.Album, gem.Album, gem.AlbumArtist));

    private static int? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;
}
