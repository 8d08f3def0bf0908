namespace MusicTimeMachine.Features.Gems;

/// <summary>Which gems are asked for. Days are those of the person's calendar, counted back from today.</summary>
public sealed record GemsRequest
{
    /// <summary>The most days that anything can lie back: a hundred years.</summary>
    public const int MostDays = 36_500;

    /// <summary>The most gems of one answer.</summary>
    public const int MostGems = 200;

    /// <summary>The first day of the time of love lies so many days back; 2 to <see cref="MostDays"/>.</summary>
    public int LovedFromDays { get; init; } = 365;

    /// <summary>The day after its last lies so many days back; fewer than <see cref="LovedFromDays"/>.</summary>
    public int LovedToDays { get; init; } = 90;

    /// <summary>For so many days before today, and today, the song was not heard; 1 to <see cref="MostDays"/>.</summary>
    public int SilentDays { get; init; } = 30;

    /// <summary>How many counted plays in the time of love make a song loved; at least 1. Of snapshots one is enough.</summary>
    public int MinPlays { get; init; } = 5;

    /// <summary>What says that a song was loved.</summary>
    public GemSource Source { get; init; } = GemSource.Plays;

    /// <summary>How many gems, up to <see cref="MostGems"/>.</summary>
    public int Limit { get; init; } = 48;

    /// <summary>The same with every number brought within its bounds.</summary>
    public GemsRequest Bounded()
    {
        var from = Math.Clamp(LovedFromDays, 2, MostDays);
        return this with
        {
            LovedFromDays = from,
            LovedToDays = Math.Clamp(LovedToDays, 0, from - 1),
            SilentDays = Math.Clamp(SilentDays, 1, MostDays),
            MinPlays = Math.Max(1, MinPlays),
            Limit = Math.Clamp(Limit, 0, MostGems),
        };
    }
}
