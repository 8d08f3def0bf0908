using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>Day and time by the person's clock; says what is meant where the clock was changed.</summary>
public sealed partial class TimeFields
{
    /// <summary>The beginning of the fields' ids.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What the day's field is called.</summary>
    [Parameter]
    public string DayLabel { get; set; } = "Day";

    /// <summary>The day as <c>2024-06-03</c>.</summary>
    [Parameter, EditorRequired]
    public string? Day { get; set; }

    /// <summary>The time as <c>20:15</c> or <c>20:15:30</c>.</summary>
    [Parameter, EditorRequired]
    public string? Time { get; set; }

    /// <summary>Whether the time has seconds.</summary>
    [Parameter]
    public bool Seconds { get; set; }

    /// <summary>The person's time zone.</summary>
    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = default!;

    /// <summary>Another day or time.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(string? Day, string? Time)> OnChanged { get; set; }

    private WrittenTime? Written => Read(Day, Time, Zone);

    /// <summary>The moment that is written; null for none.</summary>
    public static WrittenTime? Read(string? day, string? time, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var clock)
            ? WrittenTime.Read(date, clock, zone)
            : null;

    private Task SetAsync(string? day, string? time) => OnChanged.InvokeAsync((day, time));
}
