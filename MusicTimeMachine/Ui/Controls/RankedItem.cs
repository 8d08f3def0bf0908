namespace MusicTimeMachine.Ui.Controls;

/// <summary>A line of a chart of tops.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Title">The track, artist, album or genre.</param>
/// <param name="Subtitle">The artist of a track or album; null for others.</param>
/// <param name="Value">What it is ranked by, not negative: plays, or milliseconds.</param>
public sealed record RankedItem(int Rank, string Title, string? Subtitle, long Value)
{
    /// <summary>Its page; null for none.</summary>
    public string? Href { get; init; }

    /// <summary>The address of a real picture; null to draw one.</summary>
    public string? Image { get; init; }

    /// <summary>Its rank in the period before; null when it was not in it.</summary>
    public int? Before { get; init; }
}
