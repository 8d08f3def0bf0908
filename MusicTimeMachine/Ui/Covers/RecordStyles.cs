using System.Globalization;
using System.Text;
using static MusicTimeMachine.Ui.Covers.CoverCanvas;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>Styles after records, sound and print.</summary>
internal static class RecordStyles
{
    /// <summary>A record, seen near, its grooves lit in two colours.</summary>
    public static void Grooves(CoverCanvas c)
    {
        var (x, y) = c.Dice.Chance(50) ? (120.0, 120.0) : (c.Dice.Between(20, 220), c.Dice.Between(150, 240));
        c.Ground(c.Colours.Ground);
        var far = x == 120 ? 104 : 250;
        c.Circle(x, y, far, c.Colours.Shade);
        for (var r = far - 8; r > 44; r -= 8)
            c.Ring(x, y, r, c.Inks[(r / 24) % 3], c.Dice.Between(0.8, 3.2), 0.75);
        c.Circle(x, y, 40, c.Colours.Loud);
        c.Circle(x, y, 40 * c.Dice.Between(0.4, 0.8), c.Colours.Middle);
        c.Circle(x, y, 5, c.Colours.Ground);
    }

    /// <summary>Bars that stand on, or hang about, a line.</summary>
    public static void Equaliser(CoverCanvas c)
    {
        c.Fade("a", c.Colours.Loud, c.Colours.Bright, c.Colours.Middle);
        c.Ground(c.Colours.Ground);
        var count = 9 + (2 * c.Dice.Below(4));
        var step = 200.0 / count;
        var phase = c.Dice.Between(0, 6);
        var mirrored = c.Dice.Chance(60);
        var data = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var height = 26 + (130 * Math.Abs(Math.Sin(phase + (i * 0.55))) * c.Dice.Between(0.55, 1));
            var top = mirrored ? 120 - (height / 2) : 210 - height;
            data.Append(CultureInfo.InvariantCulture, $"M{N(20 + ((i + 0.5) * step))} {N(top)}v{N(height)}");
        }

        c.Raw($"<path d=\"{data}\" stroke=\"url(#a)\" stroke-width=\"{N(step * 0.58)}\" stroke-linecap=\"round\"/>");
    }

    /// <summary>Lines that rise to peaks in the middle, each hiding the ones behind.</summary>
    public static void Pulsar(CoverCanvas c)
    {
        c.Ground(c.Colours.Shade);
        var centre = c.Dice.Between(95, 145);
        c.Open($"fill=\"{c.Colours.Shade}\" stroke-width=\"1.7\" stroke-linejoin=\"round\"");
        for (var line = 0; line < 13; line++)
        {
            var y = 62 + (line * 12);
            var data = new StringBuilder($"M24 {y}");
            for (var x = 36; x <= 216; x += 9)
            {
                var swell = Math.Exp(-Math.Pow((x - centre) / 38, 2));
                data.Append(CultureInfo.InvariantCulture, $"L{x} {N(y - (swell * c.Dice.Between(4, 44)) - c.Dice.Between(0, 2))}");
            }

            c.Raw($"<path stroke=\"{(line % 5 == 2 ? c.Colours.Loud : c.Colours.Bright)}\" d=\"{data}\"/>");
        }

        c.Close();
    }

    /// <summary>Dots of a coarse print that grow towards one side.</summary>
    public static void Halftone(CoverCanvas c)
    {
        c.Ground(c.Dice.Chance(50) ? c.Colours.Ground : c.Colours.Loud);
        var (x, y) = (c.Dice.Between(30, 210), c.Dice.Between(30, 210));
        var near = c.Dice.Chance(50);
        c.Open($"fill=\"{c.Colours.Middle}\"");
        for (var row = 0; row < 8; row++)
        {
            for (var column = 0; column < 8; column++)
            {
                var (cx, cy) = (15 + (column * 30), 15 + (row * 30));
                var part = Math.Min(1, Math.Sqrt(Math.Pow(cx - x, 2) + Math.Pow(cy - y, 2)) / 220);
                var r = 2 + (17 * (near ? 1 - part : part));
                c.Raw($"<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{N(r)}\"/>");
            }
        }

        c.Close();
        c.Circle(x, y, c.Dice.Between(26, 52), c.Colours.Bright);
    }

    /// <summary>One bold sign of arcs and bars: a letter of no alphabet.</summary>
    public static void Glyph(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        string[] stems = ["M78 46v148", "M162 46v148", "M78 120h84", "M78 46h84", "M78 194h84"];
        string[] bows = ["M78 46h20a42 42 0 0 1 0 84H78", "M162 110h-20a42 42 0 0 0 0 84h20", "M78 120a42 42 0 0 1 84 0", "M78 120a42 42 0 0 0 84 0", "M78 46L162 194", "M162 46L78 194"];
        c.Stroke(c.Dice.Of(bows), c.Colours.Middle, 40);
        c.Stroke(c.Dice.Of(stems), c.Colours.Bright, 40);
        c.Stroke(c.Dice.Of(bows), c.Colours.Loud, 40);
        c.Circle(c.Dice.Of<double>([78, 120, 162]), c.Dice.Of<double>([46, 120, 194]), 20, c.Colours.Quiet);
    }
}
