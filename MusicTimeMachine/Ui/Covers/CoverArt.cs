namespace MusicTimeMachine.Ui.Covers;

/// <summary>Draws the cover of something that has no picture: always the same for the same name, below 4 KB, without fonts.</summary>
public static class CoverArt
{
    private static readonly Action<CoverCanvas>[] Records =
    [
        RecordStyles.Grooves, RecordStyles.Equaliser, RecordStyles.Pulsar, RecordStyles.Halftone, RecordStyles.Glyph,
        LandscapeStyles.Waves, LandscapeStyles.Mountains, LandscapeStyles.Sunset, LandscapeStyles.Mist, LandscapeStyles.Orbits,
        ShapeStyles.Bauhaus, ShapeStyles.Rays, ShapeStyles.Arches, ShapeStyles.Maze, ShapeStyles.Bands,
    ];

    /// <summary>Artists are shown round: what lies in the corners is lost, what lies in the middle counts.</summary>
    private static readonly Action<CoverCanvas>[] Portraits =
    [
        PortraitStyles.Bust, PortraitStyles.Bust, PortraitStyles.Bloom, PortraitStyles.Eclipse, PortraitStyles.Mask,
        LandscapeStyles.Mist, ShapeStyles.Rays, RecordStyles.Grooves,
    ];

    /// <summary>The cover of a name, as an SVG document.</summary>
    /// <param name="kind">What it stands for.</param>
    /// <param name="name">The name of the album, artist or track; any text.</param>
    /// <param name="artist">The artist of the album or track.</param>
    public static string Draw(CoverKind kind, string name, string? artist) => Draw(kind, CoverAddress.SeedOf(kind, name, artist));

    /// <summary>The cover of a seed, as an SVG document.</summary>
    /// <param name="kind">What it stands for.</param>
    /// <param name="seed">From <see cref="CoverAddress.SeedOf"/>; any number.</param>
    public static string Draw(CoverKind kind, ulong seed)
    {
        var dice = new CoverRandom(seed);
        var canvas = new CoverCanvas(dice.Of(CoverPalette.All), dice);
        dice.Of(kind == CoverKind.Artist ? Portraits : Records)(canvas);
        return canvas.ToString();
    }
}
