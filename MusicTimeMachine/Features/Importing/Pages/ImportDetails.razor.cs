using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Importing.Pages;

/// <summary>One import: how far it is while it runs, and afterwards what became of every row.</summary>
public sealed partial class ImportDetails : IAsyncDisposable
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private LiveReload? _live;
    private string? _failed;
    private bool _busy;
    private bool _undoing;

    /// <summary>The import's id, from the address.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public ImportView? Import { get; set; }

    [Inject]
    private ImportService Service { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private LiveUpdates Updates { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var listener = await Listener.GetAsync();
        _zone = TimeZones.Find(listener.TimeZone);
        if (RendererInfo.IsInteractive) _live = new LiveReload(Updates, ImportService.Topic(listener.UserId), () => InvokeAsync(LoadAsync));
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Import?.Id == Id) return;
        Import = null;
        _undoing = false;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var id = Id;
            var import = await Service.FindAsync((await Listener.GetAsync()).UserId, id, CancellationToken.None);
            if (id != Id) return;
            (Import, _failed) = (import, null);
            if (import is null) Navigation.NotFound();
            if (import?.Status is ImportStatus.Undone) _undoing = false;
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }

        StateHasChanged();
    }

    private Task CancelAsync() => ChangeAsync(Service.CancelAsync);

    private Task RetryAsync() => ChangeAsync(Service.RetryAsync);

    private async Task ChangeAsync(Func<Guid, long, CancellationToken, Task<bool>> change)
    {
        _busy = true;
        try
        {
            await change((await Listener.GetAsync()).UserId, Id, CancellationToken.None);
        }
        finally
        {
            _busy = false;
        }

        await LoadAsync();
    }

    /// <summary>How quick it was is told where there was something to do.</summary>
    private string Lead(ImportView import)
    {
        var when = $"Brought in on {Format.Moment(TimeZoneInfo.ConvertTime(import.CreatedAt, _zone))}";
        return import is { Status: ImportStatus.Completed, Rows: >= 1_000, StartedAt: { } started, FinishedAt: { } finished } && import.RowsPerSecond(finished) is { } pace
            ? $"{when} · done in {Format.Duration((long)Math.Max(1000, (finished - started).TotalMilliseconds))} · {Format.Count((long)pace)} rows a second"
            : when;
    }

    private static (string Tone, string Icon, string Title, string Text)? Outcome(ImportView import) => import.Status switch
    {
        ImportStatus.Completed when import.NothingRead =>
            ("bad", "alert", "Nothing could be imported.", "What is wrong is listed below. Your history is as it was."),
        ImportStatus.Completed when import.Rows == 0 =>
            ("good", "check", "Done.", "The history is empty: there is not a single play in it."),
        ImportStatus.Completed when import.Errors == 0 =>
            ("good", "check", "Done.", $"{News(import)}, and every row is accounted for."),
        ImportStatus.Completed =>
            ("warn", "alert", "Done, but not everything could be read.", $"{News(import)}; {Format.Count(import.Errors, "error")} {(import.Errors == 1 ? "is" : "are")} listed below."),
        ImportStatus.Failed => ("bad", "alert", "This import failed.", import.Failure ?? ""),
        ImportStatus.Cancelled => ("warn", "close", "You stopped this import.", import.Added == 0 ? "Nothing had been added yet." : $"{Format.Count(import.Added, "play")} had been added before: they stay until you undo the import."),
        ImportStatus.Undone => ("", "undo", "This import is undone.", "Its plays are gone from your history; what other imports also reported stayed. Below is the account as it was."),
        _ => null,
    };

    private static string News(ImportView import) =>
        import.Added == 0 ? "Nothing is new" : $"{Format.Count(import.Added, "play")} {(import.Added == 1 ? "is" : "are")} new in your history";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_live is not null) await _live.DisposeAsync();
    }
}
