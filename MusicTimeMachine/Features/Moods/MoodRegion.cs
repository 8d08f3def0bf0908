using System.Globalization;
using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Moods;

/// <summary>A rectangle of the matrix, its sides included. All bounds lie in 0–1.</summary>
/// <param name="ValenceFrom">The left side.</param>
/// <param name="ValenceTo">The right side; not left of the left one.</param>
/// <param name="EnergyFrom">The lower side.</param>
/// <param name="EnergyTo">The upper side; not below the lower one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MoodRegion(float ValenceFrom, float ValenceTo, float EnergyFrom, float EnergyTo)
{
    /// <summary>The whole matrix.</summary>
    public static MoodRegion Everything { get; } = new(0, 1, 0, 1);

    /// <summary>The valence as an address says it: "0.25..0.5".</summary>
    public string Valence => Text(ValenceFrom, ValenceTo);

    /// <summary>The energy as an address says it.</summary>
    public string Energy => Text(EnergyFrom, EnergyTo);

    /// <summary>From two corners, whichever they are, to hundredths; what lies outside the matrix is cut off.</summary>
    public static MoodRegion Between(double valence, double energy, double otherValence, double otherEnergy) => new(
        Bound(Math.Min(valence, otherValence)), Bound(Math.Max(valence, otherValence)), Bound(Math.Min(energy, otherEnergy)), Bound(Math.Max(energy, otherEnergy)));

    /// <summary>Reads a region out of an address: two bounds for each axis, and the whole axis where there is nothing.</summary>
    /// <returns>Null when neither axis has bounds, or what is there is not a pair of numbers.</returns>
    public static MoodRegion? Parse(string? valence, string? energy)
    {
        if (string.IsNullOrEmpty(valence) && string.IsNullOrEmpty(energy)) return null;
        return Bounds(valence) is var (left, right) && Bounds(energy) is var (low, high) ? Between(left, low, right, high) : null;
    }

    /// <summary>Whether a song lies in it.</summary>
    public bool Has(float valence, float energy) => valence >= ValenceFrom && valence <= ValenceTo && energy >= EnergyFrom && energy <= EnergyTo;

    private static (double From, double To)? Bounds(string? text)
    {
        if (string.IsNullOrEmpty(text)) return (0, 1);
        return text.Split("..") is [var from, var to] && Number(from) is { } a && Number(to) is { } b ? (a, b) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static float Bound(double value) => (float)Math.Round(Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 1), 2);

    private static string Text(float from, float to) => string.Create(CultureInfo.InvariantCulture, $"{from:0.##}..{to:0.##}");
}
