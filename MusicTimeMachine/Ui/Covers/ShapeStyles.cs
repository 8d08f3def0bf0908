using System.Globalization;
using System.Text;
using static MusicTimeMachine.Ui.Covers.CoverCanvas;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>Styles of plain shapes.</summary>
internal static class ShapeStyles
{
    /// <summary>A chequer of quarter and half circles, triangles and discs.</summary>
    public static void Bauhaus(CoverCanvas c)
    {
        var cells = c.Dice.Chance(50) ? 3 : 4;
        var s = (double)Edge / cells;
        c.Ground(c.Colours.Ground);
        for (var i = 0; i < cells * cells; i++)
        {
            var (x, y) = (i % cells * s, i / cells * s);
            var (paper, ink) = (c.Dice.Below(5), c.Dice.Below(4));
            if (paper < 4)
                c.Path($"M{N(x)} {N(y)}h{N(s)}v{N(s)}h{N(-s)}z", c.Inks[paper]);
            var fill = paper == ink ? c.Colours.Ground : c.Inks[ink];
            var turn = c.Dice.Below(4) * 90;
            var shape = c.Dice.Below(6) switch
            {
                0 => $"M0 0h{N(s)}a{N(s)} {N(s)} 0 0 1 {N(-s)} {N(s)}z",
                1 => $"M0 0h{N(s)}a{N(s / 2)} {N(s / 2)} 0 0 1 {N(-s)} 0z",
                2 => $"M0 0h{N(s)}L0 {N(s)}z",
                3 => $"M{N(s * 0.14)} {N(s / 2)}a{N(s * 0.36)} {N(s * 0.36)} 0 1 0 {N(s * 0.72)} 0a{N(s * 0.36)} {N(s * 0.36)} 0 1 0 {N(-s * 0.72)} 0z",
                4 => $"M0 0h{N(s)}v{N(s / 2)}H0z",
                _ => "",
            };
            if (shape.Length > 0)
                c.Raw($"<path transform=\"translate({N(x)} {N(y)})rotate({turn} {N(s / 2)} {N(s / 2)})\" fill=\"{fill}\" d=\"{shape}\"/>");
        }
    }

    /// <summary>Rays from a point, with a disc before them.</summary>
    public static void Rays(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        var (x, y) = (c.Dice.Of<double>([120, 120, 60, 180]), c.Dice.Of<double>([120, 170, 240]));
        var count = 10 + (2 * c.Dice.Below(6));
        var data = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (Math.Tau * i / count, Math.Tau * (i + 0.5) / count);
            data.Append(CultureInfo.InvariantCulture, $"M{N(x)} {N(y)}L{N(x + (340 * Math.Cos(from)))} {N(y + (340 * Math.Sin(from)))}L{N(x + (340 * Math.Cos(to)))} {N(y + (340 * Math.Sin(to)))}z");
        }

        c.Path(data.ToString(), c.Colours.Middle);
        c.Circle(x, y, 74, c.Colours.Bright);
        c.Circle(x, y, 52, c.Colours.Loud);
        c.Circle(x, y, c.Dice.Between(14, 32), c.Colours.Shade);
    }

    /// <summary>Arches within arches.</summary>
    public static void Arches(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        var x = c.Dice.Of<double>([120, 78, 162]);
        var foot = c.Dice.Between(176, 240);
        for (var i = 0; i < 6; i++)
        {
            var r = 108 - (i * 17);
            c.Path($"M{N(x - r)} 240V{N(foot - 60)}a{r} {r} 0 0 1 {2 * r} 0V240z", i % 5 == 4 ? c.Colours.Ground : c.Inks[3 - (i % 4)]);
        }

        if (x != 120)
            c.Circle(240 - x + (x < 120 ? 36 : -36), 46, 22, c.Colours.Loud);
    }

    /// <summary>Quarter rings that join to a maze.</summary>
    public static void Maze(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        const int Cell = 60;
        var data = new StringBuilder();
        for (var i = 0; i < 16; i++)
        {
            var (x, y) = (i % 4 * Cell, i / 4 * Cell);
            data.Append(c.Dice.Chance(50)
                ? $"M{x + 30} {y}a30 30 0 0 1-30 30M{x + 60} {y + 30}a30 30 0 0 0-30 30"
                : $"M{x + 30} {y}a30 30 0 0 0 30 30M{x} {y + 30}a30 30 0 0 1 30 30");
        }

        c.Raw($"<defs><path id=\"a\" d=\"{data}\"/></defs>");
        foreach (var (ink, width) in new[] { (c.Colours.Middle, c.Dice.Between(22, 32)), (c.Colours.Loud, c.Dice.Between(6, 14)) })
            c.Raw($"<use href=\"#a\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{N(width)}\"/>");
    }

    /// <summary>Slanting bands that pass behind and before a disc.</summary>
    public static void Bands(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        c.Open($"transform=\"rotate({N(c.Dice.Of([-45, -30, 30, 45, 0]))} 120 120)\"");
        for (var i = 0; i < 4; i++)
            c.Path($"M-80 {N(20 + (i * 24))}h400v15h-400z", c.Inks[i]);
        c.Circle(120, 128, c.Dice.Between(56, 78), c.Colours.Shade);
        for (var i = 0; i < 3; i++)
            c.Path($"M-80 {N(140 + (i * 24))}h400v{N(c.Dice.Between(6, 15))}h-400z", c.Inks[3 - i]);
        c.Close();
    }
}
