using System.Globalization;
using System.Text;
using static MusicTimeMachine.Ui.Covers.CoverCanvas;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>Styles after sea, hills and sky.</summary>
internal static class LandscapeStyles
{
    /// <summary>Waves behind waves.</summary>
    public static void Waves(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        c.Circle(c.Dice.Between(60, 180), c.Dice.Between(48, 84), c.Dice.Between(22, 36), c.Colours.Loud);
        string[] layers = [c.Colours.Quiet, c.Colours.Middle, c.Colours.Bright, c.Colours.Middle, c.Colours.Shade];
        for (var i = 0; i < layers.Length; i++)
        {
            var y = 92 + (i * 30);
            var (swing, shift) = (c.Dice.Between(8, 20), c.Dice.Between(-60, 0));
            c.Path($"M{N(shift)} {y}q30 {N(-swing)} 60 0t60 0 60 0 60 0 60 0V240H{N(shift)}z", layers[i]);
        }
    }

    /// <summary>Ridges that pale with the distance, under a sun or moon.</summary>
    public static void Mountains(CoverCanvas c)
    {
        c.Fade("a", c.Colours.Ground, c.Colours.Quiet, c.Colours.Bright);
        c.Ground("url(#a)");
        c.Circle(c.Dice.Between(60, 180), c.Dice.Between(50, 100), c.Dice.Between(18, 38), c.Colours.Loud);
        for (var ridge = 0; ridge < 4; ridge++)
        {
            var data = new StringBuilder("M0 240V");
            var level = 118 + (ridge * 26);
            data.Append(N(level));
            for (var x = 24; x <= 240; x += 24)
                data.Append(CultureInfo.InvariantCulture, $"L{x} {N(level + c.Dice.Between(-34 + (ridge * 5), 16))}");
            c.Path(data.Append("V240z").ToString(), ridge == 3 ? c.Colours.Shade : c.Colours.Middle, ridge == 3 ? 1 : 0.4 + (ridge * 0.2));
        }
    }

    /// <summary>A great sun, cut by the horizon's stripes.</summary>
    public static void Sunset(CoverCanvas c)
    {
        c.Fade("a", c.Colours.Shade, c.Colours.Ground, c.Colours.Quiet);
        c.Fade("b", c.Colours.Loud, c.Colours.Bright, c.Colours.Middle);
        c.Ground("url(#a)");
        c.Circle(120, 122, 76, "url(#b)");
        var y = c.Dice.Between(112, 130);
        c.Open("fill=\"url(#a)\"");
        for (var width = 2.5; y < 200; width += 1.8)
        {
            c.Raw($"<path fill=\"{c.Colours.Ground}\" d=\"M0 {N(y)}h240v{N(width)}H0z\"/>");
            y += width + c.Dice.Between(7, 9);
        }

        c.Close();
    }

    /// <summary>Lights in a mist, on grained paper.</summary>
    public static void Mist(CoverCanvas c)
    {
        c.Ground(c.Colours.Middle);
        for (var i = 0; i < 4; i++)
            c.Glow("abcd".Substring(i, 1), c.Dice.Between(0, 240), c.Dice.Between(0, 240), c.Dice.Between(110, 190), i == 3 ? c.Colours.Ground : c.Inks[3 - i]);
        if (c.Dice.Chance(55))
            c.Ring(120, 120, c.Dice.Between(40, 78), c.Colours.Loud, c.Dice.Between(1.5, 12), 0.85);
        c.Grain();
    }

    /// <summary>Planets on their ways round a star.</summary>
    public static void Orbits(CoverCanvas c)
    {
        c.Ground(c.Colours.Shade);
        for (var i = 0; i < 22; i++)
            c.Circle(c.Dice.Between(4, 236), c.Dice.Between(4, 236), c.Dice.Between(0.5, 1.4), c.Colours.Bright);
        c.Open($"transform=\"rotate({c.Dice.Below(180)} 120 120)\"");
        var flat = c.Dice.Between(0.35, 1);
        for (var i = 0; i < 4; i++)
        {
            var r = 42 + (i * 21);
            c.Raw($"<ellipse cx=\"120\" cy=\"120\" rx=\"{r}\" ry=\"{N(r * flat)}\" fill=\"none\" stroke=\"{c.Colours.Middle}\" stroke-opacity=\".7\"/>");
            var angle = c.Dice.Between(0, 6.28);
            c.Circle(120 + (r * Math.Cos(angle)), 120 + (r * flat * Math.Sin(angle)), c.Dice.Between(4, 12), c.Inks[i]);
        }

        c.Circle(120, 120, c.Dice.Between(16, 26), c.Colours.Loud);
        c.Close();
    }
}
