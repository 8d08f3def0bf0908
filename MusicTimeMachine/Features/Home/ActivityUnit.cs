namespace MusicTimeMachine.Features.Home;

/// <summary>The steps of a series.</summary>
public enum ActivityUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks from Monday (ISO 8601).</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar years.</summary>
    Year,
}
