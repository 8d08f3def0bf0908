using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Playlists.Pages;

/// <summary>A playlist, its archive, and what differs between two versions. The address says which.</summary>
public sealed partial class PlaylistPage : IDisposable
{
    /// <summary>How many tracks are loaded with the page; further ones while it is scrolled.</summary>
    private const int First = 100;

    private readonly PageLoad _load = new();
    private readonly ListLoad<PlaylistEntry> _entries;
    private Virtualize<PlaylistEntry>? _virtualize;

    /// <summary>An empty page.</summary>
    public PlaylistPage() => _entries = new ListLoad<PlaylistEntry>(ReadAsync, StateHasChanged);

    /// <summary>The playlist's number, from the address.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>What was loaded.</summary>
    [PersistentState]
    public PlaylistView? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Version { get; set; }

    [SupplyParameterFromQuery]
    private string? Against { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private PlaylistsQuery Query { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Choice => $"{Id} {Version} {Against}";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (View?.Choice == Choice) return Task.CompletedTask;
        if (View?.Playlist.Id != Id) View = null;
        return LoadAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task LoadAsync() => _load.RunAsync(async token =>
    {
        var (choice, id, version, against, listener) = (Choice, Id, Number(Version), Number(Against), await Listener.GetAsync(token));
        var playlist = await Query.FindAsync(listener.UserId, id, token);
        var versions = await Query.VersionsAsync(listener.UserId, id, token);
        if (playlist is null || versions.Count == 0)
        {
            token.ThrowIfCancellationRequested();
            View = null;
            Navigation.NotFound();
            return;
        }

        // A version that there is not is taken for the one that holds now.
        var shown = versions.FirstOrDefault(row => row.Number == version) ?? versions[0];
        var other = versions.FirstOrDefault(row => row.Number == against && row != shown) ?? versions.FirstOrDefault(row => row.Number == shown.Number - 1);
        var items = await Query.TracksAsync(listener.UserId, id, shown.Number, First, 0, token);
        var duration = await Query.DurationAsync(listener.UserId, id, shown.Number, token);
        var comparison = other is null ? null : await Query.CompareAsync(listener.UserId, id, other.Number, shown.Number, token);
        token.ThrowIfCancellationRequested();
        View = new PlaylistView(choice, listener, playlist, versions, shown, duration, items, comparison);
    });

    private Task RetryAsync() => _virtualize?.RefreshDataAsync() ?? Task.CompletedTask;

    private async ValueTask<ItemsProviderResult<PlaylistEntry>> ReadAsync(ItemsProviderRequest request)
    {
        var view = View!;
        var (start, end) = (request.StartIndex, Math.Min(request.StartIndex + request.Count, view.Shown.Tracks));
        if (end <= view.Items.Count) return new(view.Items.Take(start..end), view.Shown.Tracks);
        var entries = await Query.TracksAsync(view.Listener.UserId, view.Playlist.Id, view.Shown.Number, Math.Max(1, end - start), start, request.CancellationToken);
        return new(entries, view.Shown.Tracks);
    }

    private string Day(DateTimeOffset at) => Format.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZones.Find(View!.Listener.TimeZone)).DateTime));

    private static string Facts(PlaylistView view)
    {
        List<string> facts = [];
        if (view.Playlist.SpotifyOwner is { } owner) facts.Add("by " + owner);
        facts.Add(Format.Count(view.Shown.Tracks, "track"));
        if (view.DurationMs > 0) facts.Add(Format.Duration(view.DurationMs));
        return string.Join(" · ", facts);
    }

    /// <summary>"Left out: 2 repeats, 1 file of your own."</summary>
    private static string? LeftOut(PlaylistVersionRow version)
    {
        List<string> left = [];
        if (version.Repeats > 0) left.Add(Format.Count(version.Repeats, "repeat"));
        if (version.NoTracks > 0) left.Add(version.NoTracks == 1 ? "1 file of your own or episode" : $"{Format.Count(version.NoTracks)} files of your own or episodes");
        if (version.Lost > 0) left.Add(version.Lost == 1 ? "1 track that Spotify does not have any more" : $"{Format.Count(version.Lost)} tracks that Spotify does not have any more");
        return left.Count == 0 ? null : $"Left out: {string.Join(", ", left)}.";
    }

    private static string? Image(PlaylistEntry entry) => entry.Image ?? (entry.Album is null ? null : CoverAddress.Of(CoverKind.Album, entry.Album, entry.AlbumArtist));

    private string Link(int? version, int? against) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["version"] = version, ["against"] = against });

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
