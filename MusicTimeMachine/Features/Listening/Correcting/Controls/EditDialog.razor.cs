using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>Gives a play another time, length or track; moves several, or says that they were of another track.</summary>
public sealed partial class EditDialog
{
    private const double MostMinutes = 36_525d * 24 * 60;

    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private SearchHit? _track;
    private string? _day;
    private string? _time;
    private string? _length;
    private int _days;
    private int _hours;
    private int _minutes;
    private bool _earlier;
    private string? _refusal;
    private bool _busy;

    /// <summary>The plays.</summary>
    [Parameter, EditorRequired]
    public ChosenPlays Plays { get; set; } = default!;

    /// <summary>Whose plays.</summary>
    [Parameter, EditorRequired]
    public Listener Listener { get; set; } = default!;

    /// <summary>Edits them, and says why not when it does not.</summary>
    [Parameter, EditorRequired]
    public Func<PlayEdit, Task<string?>> EditAsync { get; set; } = default!;

    /// <summary>They stay as they are.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _zone = TimeZones.Find(Listener.TimeZone);
        if (Plays.Only is { } play) (_day, _time, _length) = (DayOf(play), TimeOf(play), WrittenLength.Of(play.MsPlayed));
    }

    private async Task SendAsync()
    {
        _refusal = null;
        var edit = Plays.Only is { } play ? Edit(play) : new PlayEdit { Shift = Shift(), TrackId = _track?.Id };
        if (_refusal is not null) return;
        _busy = true;
        _refusal = await EditAsync(edit);
        _busy = false;
    }

    /// <summary>What differs from the play: a time that was left alone stays exact to the millisecond.</summary>
    private PlayEdit Edit(PlayRow play)
    {
        var edit = new PlayEdit { TrackId = _track?.Id };
        if ((_day, _time) != (DayOf(play), TimeOf(play)))
        {
            if (TimeFields.Read(_day, _time, _zone) is { } written) edit = edit with { PlayedAt = written.At };
            else _refusal = "Choose a day and a time. Nothing was played before 1900.";
        }

        if ((_length ?? "").Trim() == WrittenLength.Of(play.MsPlayed)) return edit;
        if (WrittenLength.TryRead(_length, out var ms) && ms is not null) return edit with { MsPlayed = ms };
        _refusal = WrittenLength.Hint;
        return edit;
    }

    private TimeSpan? Shift()
    {
        var minutes = _minutes + (60d * _hours) + (24d * 60 * _days);
        return minutes == 0 ? null : TimeSpan.FromMinutes(Math.Clamp(_earlier ? -minutes : minutes, -MostMinutes - 1, MostMinutes + 1));
    }

    private static string DayOf(PlayRow play) => play.PlayedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string TimeOf(PlayRow play) => play.PlayedAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
