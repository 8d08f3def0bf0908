namespace MusicTimeMachine.Ui.Charts;

/// <summary>What one column of <see cref="PlaysOverTime"/> stands for.</summary>
public enum ChartUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}
