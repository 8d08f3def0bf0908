using static MusicTimeMachine.Ui.Covers.CoverCanvas;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>Styles for artists: drawn about the middle, since they are shown round.</summary>
internal static class PortraitStyles
{
    /// <summary>Head and shoulders before a disc, one half in the light.</summary>
    public static void Bust(CoverCanvas c)
    {
        c.Fade("a", c.Colours.Quiet, c.Colours.Ground);
        c.Ground("url(#a)");
        c.Circle(120 + c.Dice.Between(-26, 26), c.Dice.Between(84, 112), c.Dice.Between(66, 88), c.Colours.Loud);
        var (head, shoulder) = (c.Dice.Between(34, 42), c.Dice.Between(66, 84));
        var tall = head * c.Dice.Between(1.1, 1.3);
        c.Path($"M{N(120 - shoulder)} 240C{N(120 - shoulder)} 176 96 178 102 150h36C144 178 {N(120 + shoulder)} 176 {N(120 + shoulder)} 240z", c.Colours.Middle);
        c.Raw($"<ellipse cx=\"120\" cy=\"112\" rx=\"{N(head)}\" ry=\"{N(tall)}\" fill=\"{c.Colours.Bright}\"/>");
        c.Path($"M120 {N(112 - tall)}a{N(head)} {N(tall)} 0 0 1 0 {N(2 * tall)}z", c.Colours.Shade, 0.85);
        if (c.Dice.Chance(60))
            c.Path($"M{N(120 - head - 5)} {N(116)}C{N(120 - head - 12)} {N(104 - tall)} {N(120 + head + 12)} {N(104 - tall)} {N(120 + head + 5)} 116L{N(120 + head - 6)} {N(c.Dice.Between(88, 100))}Q120 {N(c.Dice.Between(70, 104))} {N(120 - head + 6)} 92z", c.Colours.Shade);
    }

    /// <summary>Petals about a heart.</summary>
    public static void Bloom(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        var petals = 5 + c.Dice.Below(6);
        for (var layer = 0; layer < 3; layer++)
        {
            var (length, width) = (104.0 - (layer * 28), (250.0 / petals) - (layer * 7));
            for (var i = 0; i < petals; i++)
                c.Raw($"<ellipse cx=\"120\" cy=\"{N(120 - (length / 2))}\" rx=\"{N(Math.Max(8, width / 2))}\" ry=\"{N(length / 2)}\" fill=\"{c.Inks[layer]}\" transform=\"rotate({N((i * 360.0 / petals) + (layer * 180.0 / petals))} 120 120)\"/>");
        }

        c.Circle(120, 120, c.Dice.Between(15, 24), c.Colours.Loud);
    }

    /// <summary>A disc before a corona.</summary>
    public static void Eclipse(CoverCanvas c)
    {
        c.Ground(c.Colours.Shade);
        c.Glow("a", 120, 120, 118, c.Colours.Bright);
        c.Glow("b", 120 + c.Dice.Between(-20, 20), 120 + c.Dice.Between(-20, 20), 96, c.Colours.Loud);
        for (var i = 0; i < 3; i++)
            c.Ring(120, 120, 78 + (i * 13), c.Colours.Loud, 1.2, 0.5 - (i * 0.13));
        c.Circle(120 + c.Dice.Between(-7, 7), 120 + c.Dice.Between(-7, 7), 60, c.Colours.Ground);
    }

    /// <summary>A face put together from plain pieces.</summary>
    public static void Mask(CoverCanvas c)
    {
        c.Ground(c.Colours.Ground);
        c.Path("M62 56h58v140a58 58 0 0 1-58-58z", c.Colours.Bright);
        c.Path("M120 56h58v82a58 58 0 0 1-58 58z", c.Colours.Middle);
        c.Path(c.Dice.Chance(50) ? "M62 56a58 40 0 0 1 116 0z" : "M62 56h116V34H84z", c.Colours.Loud);
        c.Path("M120 92v50h-18z", c.Colours.Loud);
        foreach (var (x, ink) in new[] { (90.0, c.Colours.Shade), (150.0, c.Colours.Loud) })
        {
            if (c.Dice.Chance(65))
                c.Circle(x, 100, c.Dice.Between(7, 12), ink);
            else
                c.Path($"M{N(x - 14)} 100a14 14 0 0 1 28 0z", ink);
        }

        c.Path(c.Dice.Chance(50) ? "M98 160h44v9H98z" : "M98 156a22 16 0 0 0 44 0z", c.Colours.Shade);
        c.Circle(c.Dice.Chance(50) ? 178 : 62, 128, 10, c.Colours.Quiet);
    }
}
