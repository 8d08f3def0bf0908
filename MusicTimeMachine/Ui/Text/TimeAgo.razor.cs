using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Text;

/// <summary>How long ago something was, with the exact moment in the person's time zone as a tooltip.</summary>
public sealed partial class TimeAgo
{
    /// <summary>When it was.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Moment { get; set; }

    /// <summary>The person's time zone; when not given the one that cascades, else UTC.</summary>
    [Parameter]
    public TimeZoneInfo? Zone { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? CascadedZone { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private TimeZoneInfo ZoneInUse => Zone ?? CascadedZone ?? TimeZoneInfo.Utc;

    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), ZoneInUse);
}
