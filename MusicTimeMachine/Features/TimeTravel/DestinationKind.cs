namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>What kind of stretch of time is travelled to.</summary>
public enum DestinationKind
{
    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Any other days.</summary>
    Range,
}
