using System.Collections.Frozen;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>The drawings of the icons: path data on a grid of 24, stroked with a round pen 1.75 wide.</summary>
public static class IconPaths
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["admin"] = "M12 3l7.5 2.8v5.4c0 4.6-3.1 8-7.5 9.8-4.4-1.8-7.5-5.2-7.5-9.8V5.8L12 3zM9 12l2.2 2.2L15.2 10",
        ["alert"] = "M12 4L2.8 19.5h18.4L12 4zM12 10v4.5M12 17.2v.1",
        ["arrow-down"] = "M12 5v14M6 13l6 6 6-6",
        ["arrow-up"] = "M12 19V5M6 11l6-6 6 6",
        ["calendar"] = "M4 6.5h16v13.5H4zM4 10.5h16M8 3.5v4M16 3.5v4",
        ["check"] = "M5 12.5l4.5 4.5L19 7.5",
        ["chevron-down"] = "M6 9.5l6 6 6-6",
        ["chevron-left"] = "M14.5 6l-6 6 6 6",
        ["chevron-right"] = "M9.5 6l6 6-6 6",
        ["clock"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.5 2",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["disc"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM6.5 12A5.5 5.5 0 0 1 12 6.5",
        ["download"] = "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
        ["evolution"] = "M3 18l6-6.5 4 3.5 8-9M15.5 6H21v5.5",
        ["eye"] = "M2.5 12C4.5 7.8 8 5.5 12 5.5s7.5 2.3 9.5 6.5c-2 4.2-5.5 6.5-9.5 6.5S4.5 16.2 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
        ["eye-off"] = "M3.5 3.5l17 17M9.9 5.8A9.6 9.6 0 0 1 12 5.5c4 0 7.5 2.3 9.5 6.5a12.4 12.4 0 0 1-3 4M6.2 7.4A12 12 0 0 0 2.5 12c2 4.2 5.5 6.5 9.5 6.5 1.6 0 3.1-.4 4.5-1.1M10 10a3 3 0 0 0 4.1 4.1",
        ["external"] = "M13.5 4.5h6v6M19.5 4.5l-8.5 8.5M17 13.5v6H4.5V7h6",
        ["file"] = "M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5",
        ["gem"] = "M7 4h10l4 6-9 10L3 10l4-6zM3 10h18M9 10l3 10 3-10-3-6-3 6z",
        ["heart"] = "M12 20S3.5 14.8 3.5 9.2A4.7 4.7 0 0 1 12 6.7a4.7 4.7 0 0 1 8.5 2.5C20.5 14.8 12 20 12 20z",
        ["history"] = "M3.5 12a8.5 8.5 0 1 0 2.7-6.2L3.5 8.3M3.5 4v4.3h4.3M12 7.5V12l3 2",
        ["home"] = "M4 10.5L12 4l8 6.5V20h-5.5v-5.5h-5V20H4v-9.5z",
        ["import"] = "M12 3.5V14M7.5 9.8L12 14.3l4.5-4.5M4 14.5V20h16v-5.5",
        ["info"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 11v5.5M12 7.7v.1",
        ["list"] = "M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.1M4 12h.1M4 18h.1",
        ["monitor"] = "M3.5 4.5h17v11.5h-17zM9 20h6M12 16v4",
        ["moods"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM8.3 14.2a4.6 4.6 0 0 0 7.4 0M9 9.5v.6M15 9.5v.6",
        ["moon"] = "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
        ["more"] = "M4.6 12h.8M11.6 12h.8M18.6 12h.8",
        ["music"] = "M9 18V6l11-2.5V15.5M9 18a2.8 2.8 0 1 1-5.6 0A2.8 2.8 0 0 1 9 18zM20 15.5a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0z",
        ["pause"] = "M7.5 5v14M16.5 5v14",
        ["pen"] = "M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20zM14 6.5l3.5 3.5",
        ["play"] = "M7 4.5l12 7.5-12 7.5v-15z",
        ["playlist"] = "M4 6h11M4 11h11M4 16h6M19.5 8v9.5a2.5 2.5 0 1 1-2.5-2.5h2.5",
        ["plus"] = "M12 5v14M5 12h14",
        ["refresh"] = "M20 5v5h-5M4 19v-5h5M5.2 9A7.5 7.5 0 0 1 18 7l2 3M18.8 15A7.5 7.5 0 0 1 6 17l-2-3",
        ["search"] = "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.8 15.8L20.5 20.5",
        ["settings"] = "M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
        ["sign-out"] = "M10 4H5v16h5M15 8l4 4-4 4M19 12H9.5",
        ["snapshots"] = "M4 8l8-4 8 4-8 4-8-4zM4 12.2l8 4 8-4M4 16.4l8 4 8-4",
        ["sun"] = "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1",
        ["time-machine"] = "M6.5 3.5h11M6.5 20.5h11M8 3.5c0 4.5 4 5.5 4 8.5s-4 4-4 8.5M16 3.5c0 4.5-4 5.5-4 8.5s4 4 4 8.5",
        ["undo"] = "M8 5L3.5 9.5 8 14M3.5 9.5h10.7a5.3 5.3 0 0 1 0 10.6H10",
        ["upload"] = "M12 15.5V4.5M7.5 9L12 4.5 16.5 9M4 14.5V20h16v-5.5",
        ["user"] = "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 20.5c.8-4.2 3.8-6 7.5-6s6.7 1.8 7.5 6",
        ["users"] = "M13 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM3 20c.6-3.8 3.2-5.5 6.5-5.5S15.4 16.2 16 20M15.5 5.2a3.5 3.5 0 0 1 0 6.6M18 14.9c1.7.8 2.7 2.5 3 5.1",
    }.ToFrozenDictionary();

    /// <summary>All names, in alphabetical order.</summary>
    public static IEnumerable<string> Names => Paths.Keys.Order(StringComparer.Ordinal);

    /// <summary>The path data of an icon.</summary>
    /// <exception cref="ArgumentException">There is no icon of this name.</exception>
    public static string Of(string name) =>
        Paths.TryGetValue(name, out var path) ? path : throw new ArgumentException($"There is no icon named \"{name}\".", nameof(name));
}
