using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Searching.Pages;

/// <summary>
/// The search box of every page, with suggestions while somebody types: the combobox of the ARIA authoring practices. Before
/// the page is interactive it is a plain form. What is typed stays in the browser's hands; the server never writes over it.
/// </summary>
public sealed partial class SearchBox : IAsyncDisposable
{
    private const string ListId = "top-search-list";

    /// <summary>Who types goes on typing for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private readonly PageLoad _load = new();
    private ElementReference _input;
    private IJSObjectReference? _script;
    private IReadOnlyList<SearchHit> _hits = [];
    private SearchMarks _marks = new([]);
    private string _query = "";
    private string _typed = "";
    private string _said = "";
    private int _active = -1;
    private int _page;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private SuggestQuery Suggest { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private bool IsOpen { get; set; }

    private static string OptionId(int place) => $"top-search-{place}";

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _query = _typed = QueryOf(Navigation.Uri);
        Navigation.LocationChanged += Follow;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            _script = await Browser.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Searching/Pages/SearchBox.razor.js"]}");
            await _script.InvokeVoidAsync("attach");
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone in the meantime.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Follow;
        _load.Dispose();
        if (_script is null) return;
        try
        {
            await _script.InvokeVoidAsync("detach");
            await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the script with it.
        }
    }

    private async Task TypeAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        if (string.IsNullOrWhiteSpace(_typed))
        {
            await _load.StopAsync();
            Close();
            return;
        }

        await _load.RunAsync(async token =>
        {
            await Task.Delay(Pause, token);
            var results = await Suggest.AskAsync((await Listener.GetAsync(token)).UserId, _typed, token);
            token.ThrowIfCancellationRequested();
            (_hits, _marks, _active, IsOpen) = (results.Items, new SearchMarks(results.Marks), -1, true);
            _said = _hits.Count == 0 ? "No suggestions." : $"{Format.Count(_hits.Count, "suggestion")}. Arrow keys go through them.";
        });
        if (_load.Failed is not null) Close(); // The page that Enter leads to says what is wrong.
    }

    private void PressAsync(KeyboardEventArgs key)
    {
        var last = _hits.Count;
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen:
                _active = _active >= last ? -1 : _active + 1;
                break;
            case "ArrowUp" when IsOpen:
                _active = _active < 0 ? last : _active - 1;
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private Task SubmitAsync() => OpenAsync(_active);

    /// <summary>Opens a suggestion; otherwise the page with all that is found.</summary>
    private async Task OpenAsync(int place)
    {
        await _load.StopAsync();
        var address = IsOpen && place >= 0 && place < _hits.Count ? $"/tracks/{_hits[place].Id}" : $"/search?q={Uri.EscapeDataString(Whole(_typed))}";
        Close();
        Navigation.NavigateTo(address);
    }

    private void Close() => (IsOpen, _active, _said) = (false, -1, "");

    /// <summary>The box says what the search page shows, and on other pages nothing: there it begins anew.</summary>
    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        var query = QueryOf(change.Location);
        if (query != _typed) _page++;
        _query = _typed = query;
        _ = InvokeAsync(() =>
        {
            Close();
            StateHasChanged();
        });
    }

    private static string QueryOf(string address)
    {
        var uri = new Uri(address);
        return uri.AbsolutePath == "/search" && QueryHelpers.ParseQuery(uri.Query).TryGetValue("q", out var typed) ? typed.ToString() : "";
    }

    /// <summary>An address is UTF-8: half a surrogate pair has no place in it.</summary>
    private static string Whole(string typed) => string.Concat(typed.EnumerateRunes());
}
