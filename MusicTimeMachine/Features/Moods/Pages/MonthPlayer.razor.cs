using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Moods.Pages;

/// <summary>Goes through the months: by itself, a step at a time, or to any by its slider. The address holds the month.</summary>
public sealed partial class MonthPlayer : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1.4);

    private CancellationTokenSource? _playing;
    private DateOnly? _looked;

    /// <summary>The months in order of time; there is nothing to go through with fewer than two.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DateOnly> Months { get; set; } = [];

    /// <summary>The month that is looked at; null for all.</summary>
    [Parameter]
    public DateOnly? Month { get; set; }

    /// <summary>Whether a month is still on its way, so that the next has to wait.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private int At => Month is { } month ? Months.ToList().IndexOf(month) : -1;

    private int Position => Shown is { } shown ? Math.Max(0, Months.ToList().IndexOf(shown)) : Months.Count - 1;

    /// <summary>The month under the slider while it moves, else the address's.</summary>
    private DateOnly? Shown => _looked ?? Month;

    private DateOnly? Previous => At > 0 ? Months[At - 1] : null;

    private DateOnly? Next => At + 1 < Months.Count ? Months[At + 1] : null;

    /// <inheritdoc />
    public void Dispose() => Stop();

    /// <inheritdoc />
    protected override void OnParametersSet() => _looked = null;

    private async Task Toggle()
    {
        if (_playing is not null)
        {
            Stop();
            return;
        }

        var playing = _playing = new CancellationTokenSource();
        using var timer = new PeriodicTimer(Step, Clock);
        try
        {
            Open(Next ?? Months[0]);
            while (await timer.WaitForNextTickAsync(playing.Token))
            {
                if (Busy) continue;
                if (Next is not { } next) break;
                Open(next);
            }

            Stop();
        }
        catch (OperationCanceledException)
        {
            // Paused, or the page was left.
        }
    }

    private void Stop()
    {
        _playing?.Cancel();
        _playing?.Dispose();
        _playing = null;
    }

    private void Look(ChangeEventArgs change) => _looked = Chosen(change);

    private void Slide(ChangeEventArgs change)
    {
        Stop();
        if (Chosen(change) is { } month) Navigation.NavigateTo(Link(month));
    }

    // Going back leads to where the playing began, not through every month.
    private void Open(DateOnly month) => Navigation.NavigateTo(Link(month), replace: Month is not null);

    private DateOnly? Chosen(ChangeEventArgs change) =>
        int.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Months.Count ? Months[index] : null;

    private string Link(DateOnly? month) => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["month"] = month?.ToString("yyyy-MM", CultureInfo.InvariantCulture), ["page"] = null });
}
