using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Searching.Pages;

/// <summary>The tracks of the library that match what the address asks for.</summary>
public sealed partial class Search : IDisposable
{
    /// <summary>How many are loaded with the page; further ones while it is scrolled.</summary>
    private const int First = 50;

    private readonly PageLoad _load = new();
    private readonly ListLoad<SearchHit> _hits;
    private Virtualize<SearchHit>? _virtualize;
    private SearchMarks _marks = new([]);

    /// <summary>An empty page.</summary>
    public Search() => _hits = new ListLoad<SearchHit>(ReadAsync, StateHasChanged);

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public SearchView? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private SearchQuery Query { get; set; } = default!;

    private string Typed => Q ?? "";

    private string Title => string.IsNullOrWhiteSpace(Typed) ? "Search" : $"“{Shortened(Typed.Trim())}”";

    private string? Lead => View switch
    {
        null or { IsEmpty: false, Results.Total: 0 } => null,
        { IsEmpty: true } => "Every track of your library.",
        { Results.HasMore: true } => $"Very many tracks match. These {Format.Count(View.Results.Total)} are among those you play most; another word narrows it down.",
        _ => Format.Count(View.Results.Total, "track"),
    };

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Typed != Typed) return LoadAsync();
        _marks = new SearchMarks(View.Results.Marks);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task LoadAsync() => _load.RunAsync(async token =>
    {
        var (typed, text) = (Typed, SearchParser.Parse(Typed));
        var results = await Query.AskAsync((await Listener.GetAsync(token)).UserId, text, First, 0, token);
        token.ThrowIfCancellationRequested();
        (View, _marks) = (new SearchView(typed, results, text.Hints, text.IsEmpty), new SearchMarks(results.Marks));
    });

    private Task RetryAsync() => _virtualize?.RefreshDataAsync() ?? Task.CompletedTask;

    private async ValueTask<ItemsProviderResult<SearchHit>> ReadAsync(ItemsProviderRequest request)
    {
        var view = View!;
        var (start, end) = (request.StartIndex, Math.Min(request.StartIndex + request.Count, view.Results.Total));
        if (end <= view.Results.Items.Count) return new(view.Results.Items.Take(start..end), view.Results.Total);
        var results = await Query.AskAsync(
            (await Listener.GetAsync(request.CancellationToken)).UserId, SearchParser.Parse(view.Typed), end - start, start, request.CancellationToken);
        return new(results.Items, view.Results.Total);
    }

    private static string? Chance(SearchChance chance) => chance switch
    {
        SearchChance.Forms => "Other forms of these words are found here too.",
        SearchChance.Similar => "Nothing in your library is written like this. Here is what looks like it.",
        _ => null,
    };

    private static string Plays(SearchHit hit) => hit.Plays == 0 ? "" : Format.Count(hit.Plays, "play");

    private static string Shortened(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[79]) ? 79 : 80), "…");
}
