namespace MusicTimeMachine.Ui.Layout;

/// <summary>What the sidebar and the phone's bottom bar show, in order. A new page adds its line here.</summary>
public static class Navigation
{
    /// <summary>All entries; those of one group stand together.</summary>
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new("", "Home", "/", "home") { OnPhone = true },
        new("", "History", "/history", "history") { OnPhone = true },
        new("Manage", "Imports", "/imports", "import") { OnPhone = true },
        new("Manage", "Settings", "/settings", "settings"),
        new("Manage", "Admin", "/admin", "admin") { Role = "admin" },
    ];
}
