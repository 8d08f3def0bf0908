using System.Globalization;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>The calm picture behind the sign-in and the first visit.</summary>
public sealed partial class Backdrop
{
    private const int Rings = 20;

    private static string OpacityOf(int ring) => (0.34 * (1 - (ring / (double)Rings))).ToString("0.###", CultureInfo.InvariantCulture);
}
