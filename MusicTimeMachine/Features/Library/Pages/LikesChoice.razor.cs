using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>Which likes are shown, and in which order. All of it goes into the address.</summary>
public sealed partial class LikesChoice
{
    private const string ShowKey = "show";
    private const string SortKey = "sort";

    private string? _typed;
    private string? _asked;

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public LikesView View { get; set; } = default!;

    /// <summary>The words that the address asks for.</summary>
    [Parameter]
    public string? Q { get; set; }

    /// <summary>Which likes the address asks for.</summary>
    [Parameter]
    public LikesPart Show { get; set; }

    /// <summary>The order that the address asks for.</summary>
    [Parameter]
    public LikesSort Sort { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>"newest first".</summary>
    public static string NameOf(LikesSort sort) => sort switch
    {
        LikesSort.Oldest => "oldest first",
        LikesSort.Title => "by title",
        LikesSort.Artist => "by artist",
        LikesSort.Plays => "most played first",
        _ => "newest first",
    };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // What is typed now is ahead of the address that was asked for a moment ago.
        if (Q == _asked) return;
        _typed = _asked = Q;
    }

    private void Look()
    {
        _asked = string.IsNullOrWhiteSpace(_typed) ? null : _typed;
        Go("q", _asked);
    }

    // Each letter is a choice: going back leads out of the page, not through all of them.
    private void Go(string key, string? value) => Navigation.NavigateTo(Link(key, value), replace: true);

    private string Link(string key, string? value) => Navigation.GetUriWithQueryParameter(key, value);

    // What is usual is left out of the address.
    private static string? Word<TEnum>(ChangeEventArgs change) where TEnum : struct, Enum =>
        Enum.TryParse((string?)change.Value, out TEnum value) && Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) > 0 ? value.ToString().ToLowerInvariant() : null;

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
