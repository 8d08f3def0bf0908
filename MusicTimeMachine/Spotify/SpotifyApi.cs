using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify;

/// <summary>
/// The calls of Spotify's Web API that an app in Development Mode may make and that we need, as of July 2026
/// (developer.spotify.com/documentation/web-api). Everything throws <see cref="SpotifyException"/> when it is refused.
/// </summary>
public sealed class SpotifyApi(SpotifyHttp http, SpotifySettings settings)
{
    /// <summary>Most tracks that one call writes to a playlist.</summary>
    public const int MostWritten = 100;

    /// <summary>Most things that one call saves to a library, takes out of it or looks for in it.</summary>
    public const int MostInLibrary = 40;

    /// <summary>Most plays that there are to read.</summary>
    public const int MostRecent = 50;

    // No list of a person has more pages; one that does leads in circles.
    private const int MostPages = 2_000;

    private readonly Uri _base = settings.Api;

    /// <summary>Whose token it is. It is asked even while Spotify wants to be left alone: somebody waits to get in, and quotas count by kinds of calls.</summary>
    public Task<SpotifyProfile> ProfileAsync(SpotifyPass pass, CancellationToken cancellationToken) =>
        GetAsync(pass, new Uri(_base, "me"), SpotifyJson.Default.SpotifyProfile, heedsBlock: false, cancellationToken);

    /// <summary>The last plays, at most 50 and the newest first; there are no older ones to be had. Of what was taken down there is no track, or nothing at all: null.</summary>
    /// <param name="pass">For whom.</param>
    /// <param name="after">Only plays that ended later; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<SpotifyPlay?>> RecentlyPlayedAsync(SpotifyPass pass, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        var since = after is { } moment ? "&after=" + moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : "";
        var page = await GetAsync(pass, new Uri(_base, $"me/player/recently-played?limit={MostRecent}{since}"), SpotifyJson.Default.SpotifyPageSpotifyPlay, heedsBlock: true, cancellationToken);
        return page.Items ?? [];
    }

    /// <summary>The top tracks of a range, the first first, as many as Spotify gives.</summary>
    public IAsyncEnumerable<SpotifyTrack> TopTracksAsync(SpotifyPass pass, SpotifyRange range, CancellationToken cancellationToken) =>
        ListAsync(pass, $"me/top/tracks?time_range={range.Word()}&limit=50", SpotifyJson.Default.SpotifyPageSpotifyTrack, cancellationToken);

    /// <summary>The top artists of a range, the first first, as many as Spotify gives.</summary>
    public IAsyncEnumerable<SpotifyArtist> TopArtistsAsync(SpotifyPass pass, SpotifyRange range, CancellationToken cancellationToken) =>
        ListAsync(pass, $"me/top/artists?time_range={range.Word()}&limit=50", SpotifyJson.Default.SpotifyPageSpotifyArtist, cancellationToken);

    /// <summary>The liked songs, the newest first, page by page.</summary>
    public IAsyncEnumerable<SpotifyPage<SpotifySavedTrack>> SavedTracksAsync(SpotifyPass pass, CancellationToken cancellationToken) =>
        PagesAsync(pass, "me/tracks?limit=50", SpotifyJson.Default.SpotifyPageSpotifySavedTrack, cancellationToken);

    /// <summary>The playlists that the person has made or follows.</summary>
    public IAsyncEnumerable<SpotifyPlaylist> PlaylistsAsync(SpotifyPass pass, CancellationToken cancellationToken) =>
        ListAsync(pass, "me/playlists?limit=50", SpotifyJson.Default.SpotifyPageSpotifyPlaylist, cancellationToken);

    /// <summary>What is in a playlist of the person's own, in order.</summary>
    public IAsyncEnumerable<SpotifyPlaylistItem> PlaylistItemsAsync(SpotifyPass pass, string playlistId, CancellationToken cancellationToken) =>
        ListAsync(pass, $"playlists/{Uri.EscapeDataString(playlistId)}/items?limit=50", SpotifyJson.Default.SpotifyPageSpotifyPlaylistItem, cancellationToken);

    /// <summary>One track. There is no call for several any more. Spotify may answer with another one that can be played instead, and then does not say so.</summary>
    public async Task<SpotifyTrack> TrackAsync(SpotifyPass pass, string trackId, CancellationToken cancellationToken)
    {
        var track = await GetAsync(pass, new Uri(_base, "tracks/" + Uri.EscapeDataString(trackId)), SpotifyJson.Default.SpotifyTrack, heedsBlock: true, cancellationToken);
        return track.Id == trackId ? track : track with { LinkedFrom = new SpotifyLinkedTrack(trackId) };
    }

    /// <summary>The best ten tracks for a search.</summary>
    public async Task<IReadOnlyList<SpotifyTrack>> SearchTracksAsync(SpotifyPass pass, string text, CancellationToken cancellationToken)
    {
        var found = await GetAsync(pass, new Uri(_base, $"search?type=track&limit=10&q={Uri.EscapeDataString(text)}"), SpotifyJson.Default.SpotifySearch, heedsBlock: true, cancellationToken);
        return [.. found.Tracks?.Items?.OfType<SpotifyTrack>() ?? []];
    }

    /// <summary>Makes an empty playlist that is not shown on the person's profile; who knows its address can see it all the same.</summary>
    public async Task<SpotifyPlaylist> CreatePlaylistAsync(SpotifyPass pass, string name, string description, CancellationToken cancellationToken)
    {
        var body = new NewPlaylist(name, description, Public: false);
        using var response = await SendAsync(pass, HttpMethod.Post, new Uri(_base, "me/playlists"), () => JsonContent.Create(body, SpotifyJson.Default.NewPlaylist), heedsBlock: true, cancellationToken);
        return await SpotifyHttp.ReadAsync(response, SpotifyJson.Default.SpotifyPlaylist, cancellationToken);
    }

    /// <summary>Puts at most 100 tracks in place of what is in a playlist.</summary>
    /// <returns>The playlist's new snapshot id.</returns>
    public Task<string> ReplaceItemsAsync(SpotifyPass pass, string playlistId, IReadOnlyList<string> uris, CancellationToken cancellationToken) =>
        WriteAsync(pass, HttpMethod.Put, playlistId, uris, cancellationToken);

    /// <summary>Puts at most 100 tracks behind what is in a playlist. Not tried again when no answer came: they could be there twice then.</summary>
    /// <returns>The playlist's new snapshot id.</returns>
    public Task<string> AddItemsAsync(SpotifyPass pass, string playlistId, IReadOnlyList<string> uris, CancellationToken cancellationToken) =>
        WriteAsync(pass, HttpMethod.Post, playlistId, uris, cancellationToken);

    /// <summary>Saves at most 40 things to the person's library: a track is liked with that.</summary>
    public Task SaveToLibraryAsync(SpotifyPass pass, IReadOnlyList<string> uris, CancellationToken cancellationToken) =>
        ChangeLibraryAsync(pass, HttpMethod.Put, uris, cancellationToken);

    /// <summary>Takes at most 40 things out of the person's library; a playlist of their own is gone with that.</summary>
    public Task RemoveFromLibraryAsync(SpotifyPass pass, IReadOnlyList<string> uris, CancellationToken cancellationToken) =>
        ChangeLibraryAsync(pass, HttpMethod.Delete, uris, cancellationToken);

    /// <summary>Whether at most 40 things are in the person's library, in the order in which they are asked for.</summary>
    public async Task<IReadOnlyList<bool>> AreInLibraryAsync(SpotifyPass pass, IReadOnlyList<string> uris, CancellationToken cancellationToken)
    {
        Few(uris, MostInLibrary);
        var answers = await GetAsync(pass, Library("me/library/contains", uris), SpotifyJson.Default.ListBoolean, heedsBlock: true, cancellationToken);
        return answers.Count == uris.Count ? answers : throw SpotifyErrors.Unreadable();
    }

    private async Task ChangeLibraryAsync(SpotifyPass pass, HttpMethod method, IReadOnlyList<string> uris, CancellationToken cancellationToken)
    {
        Few(uris, MostInLibrary);
        using var response = await SendAsync(pass, method, Library("me/library", uris), () => null, heedsBlock: true, cancellationToken);
    }

    private Uri Library(string path, IReadOnlyList<string> uris) => new(_base, $"{path}?uris={Uri.EscapeDataString(string.Join(',', uris))}");

    private async Task<string> WriteAsync(SpotifyPass pass, HttpMethod method, string playlistId, IReadOnlyList<string> uris, CancellationToken cancellationToken)
    {
        Few(uris, MostWritten);
        var body = new PlaylistUris(uris);
        var address = new Uri(_base, $"playlists/{Uri.EscapeDataString(playlistId)}/items");
        using var response = await SendAsync(pass, method, address, () => JsonContent.Create(body, SpotifyJson.Default.PlaylistUris), heedsBlock: true, cancellationToken);
        return (await SpotifyHttp.ReadAsync(response, SpotifyJson.Default.PlaylistWritten, cancellationToken)).SnapshotId ?? throw SpotifyErrors.Unreadable();
    }

    private async IAsyncEnumerable<T> ListAsync<T>(SpotifyPass pass, string path, JsonTypeInfo<SpotifyPage<T>> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var page in PagesAsync(pass, path, type, cancellationToken))
        {
            foreach (var item in page.Items?.OfType<T>() ?? []) yield return item;
        }
    }

    private async IAsyncEnumerable<SpotifyPage<T>> PagesAsync<T>(
        SpotifyPass pass, string path, JsonTypeInfo<SpotifyPage<T>> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var next = new Uri(_base, path);
        for (var n = 0; next is not null && n < MostPages; n++)
        {
            var page = await GetAsync(pass, next, type, heedsBlock: true, cancellationToken);
            yield return page;
            next = Follow(page.Next);
        }
    }

    /// <summary>The next page. The token goes along, so it is followed on the configured server alone.</summary>
    private Uri? Follow(string? next) => next is null ? null
        : Uri.TryCreate(next, UriKind.Absolute, out var uri) && _base.IsBaseOf(uri) && uri.UserInfo.Length == 0 ? uri : throw SpotifyErrors.Unreadable();

    private async Task<T> GetAsync<T>(SpotifyPass pass, Uri address, JsonTypeInfo<T> type, bool heedsBlock, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(pass, HttpMethod.Get, address, () => null, heedsBlock, cancellationToken);
        return await SpotifyHttp.ReadAsync(response, type, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(SpotifyPass pass, HttpMethod method, Uri address, Func<HttpContent?> content, bool heedsBlock, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(new SpotifyCall(pass.ClientId, Create, method != HttpMethod.Post, heedsBlock), cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await SpotifyErrors.ReadApiAsync(response);

        HttpRequestMessage Create() => new(method, address) { Content = content(), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", pass.AccessToken) } };
    }

    private static void Few(IReadOnlyList<string> uris, int most)
    {
        if (uris.Count > most) throw new ArgumentOutOfRangeException(nameof(uris), uris.Count, $"{most} are the most in one call.");
    }
}
