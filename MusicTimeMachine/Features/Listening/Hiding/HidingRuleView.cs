namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>A rule as its person sees it.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Kind">What it hides.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record HidingRuleView(long Id, HidingKind Kind, DateTimeOffset CreatedAt)
{
    /// <summary>The name of the artist or album, the title, or the address of the context; null for others.</summary>
    public string? Name { get; init; }

    /// <summary>The artist of an album or song.</summary>
    public string? Artist { get; init; }

    /// <summary>The source.</summary>
    public PlaySource? Source { get; init; }

    /// <summary>The first hidden hour.</summary>
    public short? FromHour { get; init; }

    /// <summary>The hour that is no longer hidden.</summary>
    public short? ToHour { get; init; }
}
