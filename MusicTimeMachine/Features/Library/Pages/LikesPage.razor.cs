using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>Everything that the person likes, with the notes. The address says which of it, and in which order.</summary>
public sealed partial class LikesPage : IDisposable
{
    /// <summary>How many are loaded with the page; further ones while it is scrolled.</summary>
    private const int First = 50;

    private readonly PageLoad _load = new();
    private readonly ListLoad<LikeRow> _likes;
    private Virtualize<LikeRow>? _virtualize;
    private SearchMarks _marks = new([]);
    private NoteDraft? _draft;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private RemovedLike? _removed;
    private string? _said;
    private bool _failed;
    private bool _busy;

    /// <summary>An empty page.</summary>
    public LikesPage() => _likes = new ListLoad<LikeRow>(ReadAsync, StateHasChanged);

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public LikesView? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private LikesQuery Query { get; set; } = default!;

    [Inject]
    private Likes Likes { get; set; } = default!;

    private LikesRequest Request => LikesRequest.Read(Q, Show, Sort);

    private string Choice => $"{Request.Part} {Request.Sort} {Q}";

    private string? Lead => View switch
    {
        null or { Count.Likes: 0 } => null,
        { Count: { Notes: > 0 } count } => $"{Format.Count(count.Likes, "track")}, {Format.Count(count.Notes)} with a note.",
        _ => $"{Format.Count(View.Count.Likes, "track")}.",
    };

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice != Choice) return LoadAsync();
        Follow(View);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task LoadAsync() => ReadAsync(quietly: false);

    private Task ReadAsync(bool quietly) => _load.RunAsync(async token =>
    {
        var (choice, request, listener) = (Choice, Request, await Listener.GetAsync(token));
        var count = await Query.CountAsync(listener.UserId, token);
        var found = await Query.CountAsync(listener.UserId, request, token);
        var items = await Query.ListAsync(listener.UserId, request, First, 0, token);
        token.ThrowIfCancellationRequested();
        Follow(View = new LikesView(choice, listener, count, found, items, request.Hints));
    }, quietly);

    private void Follow(LikesView view)
    {
        _zone = TimeZones.Find(view.Listener.TimeZone);
        _marks = new SearchMarks(Request.Text.Marks);
        if (!view.Listener.IsDemo) _draft ??= new NoteDraft(StateHasChanged);
    }

    // A short list is drawn as a whole, and the long one before it may still be known.
    private Task RetryAsync() => View is { } view && view.Found > view.Items.Count && _virtualize is { } list ? list.RefreshDataAsync() : Task.CompletedTask;

    /// <summary>Reads anew what was changed; the list stays where it is scrolled to.</summary>
    private async Task RefreshAsync()
    {
        await ReadAsync(quietly: true);
        await RetryAsync();
    }

    private async ValueTask<ItemsProviderResult<LikeRow>> ReadAsync(ItemsProviderRequest request)
    {
        var view = View!;
        var (start, end) = (request.StartIndex, Math.Min(request.StartIndex + request.Count, view.Found));
        if (end <= view.Items.Count) return new(view.Items.Take(start..end), view.Found);
        var rows = await Query.ListAsync(view.Listener.UserId, Request, Math.Max(1, end - start), start, request.CancellationToken);
        return new(rows, view.Found);
    }

    private Task UnlikeAsync(LikeRow like) => ChangeAsync(async userId =>
    {
        _removed = await Likes.RemoveAsync(userId, like.TrackId, CancellationToken.None);
        _said = _removed is { Notes: not null } ? $"You no longer like “{like.Name}”; your note went with it." : $"You no longer like “{like.Name}”.";
    });

    private Task UndoAsync() => ChangeAsync(async userId =>
    {
        var restored = await Likes.RestoreAsync(userId, _removed!, CancellationToken.None);
        (_removed, _failed, _said) = (null, !restored, restored ? null : "This track is no longer in your library.");
    });

    private void Dismiss() => (_removed, _failed, _said) = (null, false, null);

    private async Task ChangeAsync(Func<Guid, Task> changeAsync)
    {
        if (_busy || View is not { Listener: { IsDemo: false } listener }) return;
        (_busy, _failed) = (true, false);
        try
        {
            await changeAsync(listener.UserId);
            await RefreshAsync();
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            // What was taken away can still be had back.
            (_failed, _said) = (true, DatabaseOutage.Sentence);
        }

        _busy = false;
    }
}
