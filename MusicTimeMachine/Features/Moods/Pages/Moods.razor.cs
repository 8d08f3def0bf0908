using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Moods.Pages;

/// <summary>What a period sounds like: its songs by energy and valence. The address says all that is chosen.</summary>
public sealed partial class Moods : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly PageLoad _load = new();
    private LiveReload? _live;
    private MoodsAddress? _address;

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public MoodsView? View { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Key { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Through { get; set; }

    [SupplyParameterFromQuery]
    private string? Month { get; set; }

    [SupplyParameterFromQuery]
    private string? Split { get; set; }

    [SupplyParameterFromQuery]
    private string? Valence { get; set; }

    [SupplyParameterFromQuery]
    private string? Energy { get; set; }

    [SupplyParameterFromQuery]
    private string? Page { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private MoodQuery Query { get; set; } = default!;

    [Inject]
    private PlaysQuery Plays { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Choice => string.Join('\n', Key, From, Through, Month, Split, Valence, Energy, Page);

    private string? Lead => _address is null || View?.Matrix is not { } matrix ? null
        : $"{(_address.Month is { } month ? Format.Month(month) : Format.Days(_address.Period.From, _address.Period.Last))} · audio features for {Format.Percent(Math.Floor(matrix.Coverage.OfPlays * 100) / 100)} of plays";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice != Choice) return LoadAsync();
        _address = AddressOf(View.Span);
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

    private Task LoadAsync() => ReadAsync(quietly: false);

    private async Task RefreshAsync()
    {
        await ReadAsync(quietly: true);
        StateHasChanged();
    }

    private Task ReadAsync(bool quietly) => _load.RunAsync(async token =>
    {
        var (choice, listener) = (Choice, await Listener.GetAsync(token));
        token.ThrowIfCancellationRequested();
        Follow(listener);
        var span = await Plays.SpanAsync(listener.UserId, token);
        var address = AddressOf(span);
        var view = new MoodsView(choice, listener, span, null, null, 1);
        if (address is not null) view = await FillAsync(view, address, token);
        token.ThrowIfCancellationRequested();
        (View, _address) = (view, address);
    }, quietly);

    private async Task<MoodsView> FillAsync(MoodsView view, MoodsAddress address, CancellationToken cancellationToken)
    {
        var (userId, days) = (view.Listener.UserId, address.Days);
        view = view with { Matrix = await Query.AskAsync(userId, days, address.Split, cancellationToken) };
        if (address.Region is not { } region) return view;
        var songs = await PageAsync(address.Page);
        var page = Math.Min(address.Page, MoodRegionPanel.PagesOf(songs.Total));
        return view with { Songs = page == address.Page ? songs : await PageAsync(page), Page = page };

        Task<MoodSongList> PageAsync(int number) => Query.RegionAsync(
            userId, days, region, (int)Math.Min(int.MaxValue, (number - 1L) * MoodRegionPanel.PageSize), MoodRegionPanel.PageSize, cancellationToken);
    }

    private MoodsAddress? AddressOf(ListeningSpan? span)
    {
        if (span is null) return null;
        var period = Period.Parse(Key, QueryDay.Parse(From), QueryDay.Parse(Through), span.First, span.Last);
        var month = MoodsAddress.MonthOf(Month);
        if (month is { } chosen && !MoodsAddress.Months(period, span).Contains(chosen)) month = null;
        return new MoodsAddress(
            period, month, Split == MoodsAddress.Medians ? MoodSplit.Medians : MoodSplit.Middle, MoodRegion.Parse(Valence, Energy), MoodsAddress.Number(Page));
    }

    private string SplitLink(string? split) => Navigation.GetUriWithQueryParameter("split", split);
}
