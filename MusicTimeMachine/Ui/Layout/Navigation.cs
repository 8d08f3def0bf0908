using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>What the sidebar and the phone's bottom bar show, in order. A new page adds its line here.</summary>
public static class Navigation
{
    /// <summary>All entries; those of one group stand together.</summary>
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new("", "Home", "/", "home") { OnPhone = true },
        new("", "History", "/history", "history") { OnPhone = true },
        new("", "Likes", "/likes", "heart"),
        new("", "Playlists", "/playlists", "playlist"),
        new("Explore", "Time machine", "/time-machine", "time-machine") { OnPhone = true },
        new("Explore", "On this day", "/on-this-day", "calendar"),
        new("Explore", "Moods", "/moods", "moods"),
        new("Explore", "Forgotten gems", "/gems", "gem"),
        new("Explore", "Evolution", "/evolution", "evolution"),
        new("Explore", "Snapshots", "/snapshots", "snapshots"),
        new("Manage", "Imports", "/imports", "import") { OnPhone = true, IsFor = OwnsALibrary },
        new("Manage", "Settings", "/settings", "settings") { IsFor = OwnsALibrary },
        new("Manage", "Admin", "/admin", "admin") { IsFor = user => user.IsInRole("admin") },
    ];

    /// <summary>What a person sees, by group.</summary>
    public static IEnumerable<IGrouping<string, NavigationEntry>> GroupsFor(ClaimsPrincipal user) =>
        Entries.Where(entry => entry.IsFor(user)).GroupBy(entry => entry.Group);

    /// <summary>Whoever looks around in the demo library changes nothing in it.</summary>
    private static bool OwnsALibrary(ClaimsPrincipal user) => !user.IsDemo();
}
