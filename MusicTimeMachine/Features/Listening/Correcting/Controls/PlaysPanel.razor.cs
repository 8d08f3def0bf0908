using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>The plays of a song, an artist or an album, read when somebody opens them, to be corrected one by one, some or all.</summary>
public sealed partial class PlaysPanel : IDisposable
{
    private readonly PageLoad _load = new();
    private readonly MarkedPlays _marked;
    private readonly Stack<PlayCursor> _before = [];
    private PlayDesk? _desk;
    private PlayPage? _page;
    private object? _basis;
    private int _total;
    private bool _open;

    /// <summary>A closed panel.</summary>
    public PlaysPanel() => _marked = new MarkedPlays(StateHasChanged);

    /// <summary>All plays of a song, an artist or an album; the caller gives another one another key.</summary>
    [Parameter, EditorRequired]
    public PlaySelection Of { get; set; } = default!;

    /// <summary>Whose plays.</summary>
    [Parameter, EditorRequired]
    public Listener Listener { get; set; } = default!;

    /// <summary>What the page has read: with another one the plays are read anew.</summary>
    [Parameter, EditorRequired]
    public object Basis { get; set; } = default!;

    /// <summary>Plays were corrected: the page reads everything anew.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private PlaysOfQuery Plays { get; set; } = default!;

    private ChosenPlays All => new(Of, _total, null);

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_basis, Basis)) return Task.CompletedTask;
        _basis = Basis;
        return _open ? ReadAsync(quietly: true) : Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task ToggleAsync()
    {
        _open = !_open;
        _marked.Turn(on: false);
        _before.Clear();
        _page = null;
        return _open ? LoadAsync() : Task.CompletedTask;
    }

    private Task LoadAsync() => ReadAsync(quietly: false);

    private Task EarlierAsync()
    {
        if (!_load.Busy) _before.Push(_page!.Plays[^1].Cursor);
        return LoadAsync();
    }

    private Task LaterAsync()
    {
        _before.TryPop(out _);
        return LoadAsync();
    }

    private Task ReadAsync(bool quietly) => _load.RunAsync(async token =>
    {
        var page = await Plays.AskAsync(Listener.UserId, Of, _before.TryPeek(out var cursor) ? cursor : null, PlaysOfQuery.MostPlays, token);
        token.ThrowIfCancellationRequested();
        if (page.Plays.Count == 0 && _before.Count > 0)
        {
            _before.Clear(); // What stood here is gone: back to the newest.
            page = await Plays.AskAsync(Listener.UserId, Of, null, PlaysOfQuery.MostPlays, token);
            token.ThrowIfCancellationRequested();
        }

        (_page, _total) = (page, (_before.Count * PlaysOfQuery.MostPlays) + page.Total);
    }, quietly);
}
