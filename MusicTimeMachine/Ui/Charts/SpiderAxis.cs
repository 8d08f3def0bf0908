namespace MusicTimeMachine.Ui.Charts;

/// <summary>One of the directions of a <see cref="SpiderChart"/>.</summary>
/// <param name="Label">What it measures.</param>
/// <param name="Value">0–1; null when not known.</param>
/// <param name="Other">0–1, of what it is compared with; null when not known.</param>
public sealed record SpiderAxis(string Label, double? Value, double? Other);
