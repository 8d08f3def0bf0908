namespace MusicTimeMachine.Ui.Charts;

/// <summary>One thing of a chart that shows several over the same months.</summary>
/// <param name="Name">What it is called in the legend.</param>
/// <param name="Values">A value for each month; null where there is none, and the line has a gap.</param>
/// <param name="Colour">1 to 9, of the theme's series; 9 is for the rest.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, int Colour);
