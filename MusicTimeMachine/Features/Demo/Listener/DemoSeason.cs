namespace MusicTimeMachine.Features.Demo;

/// <summary>The year as the listener feels it, in the northern hemisphere.</summary>
internal static class DemoSeason
{
    /// <summary>From −1 in the middle of January to 1 in the middle of July, smooth in between.</summary>
    public static double Warmth(DateOnly day)
    {
        var distance = Math.Abs(((day.DayOfYear + 365 - 15) % 365) - 182.5) / 182.5;
        var near = 1 - distance;
        return (2 * near * near * (3 - (2 * near))) - 1;
    }
}
