using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>Which likes are shown, and in which order. All of it goes into the address.</summary>
public sealed partial class LikesChoice
{
    // Asked for, and still on their way through the browser: the address follows later, and what is chosen meanwhile adds to them.
    private readonly Queue<Choice> _asked = new();
    private Choice _chosen;
    private Choice _seen;
    private string? _typed;

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
        var seen = new Choice(Q, Show, Sort);
        if (seen == _seen) return;
        _seen = seen;
        if (_asked.Contains(seen))
        {
            while (_asked.Dequeue() != seen) { }
            return;
        }

        // Somebody went back, or followed a link.
        _asked.Clear();
        (_chosen, _typed) = (seen, seen.Words);
    }

    private void Look() => Go(_chosen with { Words = string.IsNullOrWhiteSpace(_typed) ? null : _typed });

    private void ChooseShow(ChangeEventArgs change) => Go(_chosen with { Show = Enum.Parse<LikesPart>((string)change.Value!) });

    private void ChooseSort(ChangeEventArgs change) => Go(_chosen with { Sort = Enum.Parse<LikesSort>((string)change.Value!) });

    // Each letter is a choice: going back leads out of the page, not through all of them.
    private void Go(Choice choice)
    {
        if (choice == _chosen) return;
        _chosen = choice;
        _asked.Enqueue(choice);
        Navigation.NavigateTo(Link(choice), replace: true);
    }

    // What is usual is left out of the address.
    private string Link(Choice choice) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = choice.Words,
        ["show"] = choice.Show == LikesPart.All ? null : choice.Show.ToString().ToLowerInvariant(),
        ["sort"] = choice.Sort == LikesSort.Newest ? null : choice.Sort.ToString().ToLowerInvariant(),
    });

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private readonly record struct Choice(string? Words, LikesPart Show, LikesSort Sort);
}
