namespace MusicTimeMachine.Ui.Covers;

/// <summary>Colours that go together: a ground, its shade, and four that stand on it, from the quietest to the loudest.</summary>
internal sealed record CoverPalette(string Ground, string Shade, string Quiet, string Middle, string Bright, string Loud)
{
    /// <summary>All palettes. The order is part of what a cover looks like: new ones go to the end, and change the covers.</summary>
    public static IReadOnlyList<CoverPalette> All { get; } =
    [
        new("#1b1430", "#0d0a1a", "#4b2a63", "#a23b72", "#f0706a", "#ffc27a"),
        new("#f4e9d8", "#dcc9ac", "#8fb0a3", "#e2a33b", "#d1583a", "#233142"),
        new("#0f2a3d", "#081a28", "#1f5673", "#3d9ca8", "#f2d492", "#f26a4b"),
        new("#f7d9c4", "#eab69b", "#faedcb", "#c6a2d1", "#7e6bad", "#3b2c5e"),
        new("#21302b", "#121d19", "#466a58", "#93a97d", "#e6d9a8", "#e07a4f"),
        new("#e4572e", "#b93d1a", "#f39a5c", "#ffd07b", "#fff2dc", "#29213b"),
        new("#e9edf1", "#c9d3de", "#9db7d3", "#5d86b3", "#f0b7a1", "#1f3355"),
        new("#2b1b17", "#170d0a", "#5f3a2b", "#a5643b", "#e0a663", "#f6e3c3"),
        new("#0b3b3a", "#052423", "#14655f", "#4fae94", "#c6e3b5", "#ffde7d"),
        new("#fbe8e4", "#f2c7c3", "#f3a5a5", "#dd5e77", "#8d2f5d", "#2f1437"),
        new("#12172b", "#090c19", "#2b3a75", "#5a6fd6", "#9cc3f5", "#f7f1d5"),
        new("#f2c14e", "#d79f27", "#f7e0a3", "#f78154", "#4d9078", "#2b3a42"),
        new("#3c1430", "#220a1b", "#74235b", "#c23f7d", "#f28aa8", "#ffe0c9"),
        new("#dfe7d8", "#b9c9b0", "#8aa68c", "#4f7a6b", "#f0a868", "#22382f"),
        new("#1a1a1d", "#0c0c0e", "#3c3c44", "#8b8b97", "#dcdce2", "#ff5c4d"),
        new("#26408b", "#172a61", "#3f66c4", "#8fb8ed", "#f5c9b8", "#ffdf6b"),
        new("#f5efe6", "#e0d4c2", "#c9b79c", "#7d8f69", "#557a95", "#b1493c"),
        new("#5b2333", "#3a1420", "#8c3b47", "#cf6f5a", "#f1b582", "#f9ecd9"),
        new("#c8e0e4", "#9cc3cb", "#f6f1e7", "#f4a98b", "#d9647a", "#2d3f63"),
        new("#17313b", "#0c1d24", "#27566b", "#6e8f9e", "#d2b48c", "#f4e8d2"),
        new("#ff8a70", "#e8664c", "#ffb59c", "#ffe2c6", "#7a3b69", "#2a1a40"),
        new("#30253f", "#1c1527", "#564273", "#8f77b5", "#c9b6e4", "#b8f2d6"),
        new("#e8dff5", "#cabde3", "#fce1e4", "#a996d6", "#6c5ba7", "#e56b8c"),
        new("#0d2818", "#06160d", "#165a38", "#5c9d5b", "#d7d86b", "#fbf6d9"),
    ];
}
