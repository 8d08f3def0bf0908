namespace MusicTimeMachine.Features.Catalog;

/// <summary>How much of a release date is known; the rest of the date is its first possible day.</summary>
public enum ReleaseDatePrecision
{
    /// <summary>Only the year, such as 1981.</summary>
    Year,

    /// <summary>Year and month, such as 1981-12.</summary>
    Month,

    /// <summary>The day, such as 1981-12-15.</summary>
    Day,
}
