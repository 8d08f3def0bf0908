namespace MusicTimeMachine.Features.Searching;

/// <summary>A number that a track's figure has to lie at or between: <c>energy&gt;0.8</c>, <c>year:2010..2015</c>, <c>mood:happy</c>.</summary>
/// <param name="Name">One of <see cref="SearchFilters.Names"/>.</param>
/// <param name="Low">The least, included.</param>
/// <param name="High">The most, included.</param>
/// <param name="Excluded">Whether it has to lie outside. A figure that is not known is neither.</param>
public sealed record SearchFilter(string Name, float Low, float High, bool Excluded = false)
{
    /// <summary>Whether a figure passes.</summary>
    /// <param name="value">The figure; NaN when it is not known.</param>
    public bool Keeps(float value) => !float.IsNaN(value) && (value >= Low && value <= High) != Excluded;
}
