using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>Enters plays: tracks of the library or named ones, one after the other, from a time or up to it.</summary>
public sealed partial class AddDialog : IDisposable
{
    private readonly PageLoad _load = new();
    private readonly DraftPlays _draft = new();
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _title;
    private string? _artist;
    private string? _album;
    private string? _day;
    private string? _time;
    private string? _refusal;
    private bool _ended;
    private bool _touched;
    private bool _busy;

    /// <summary>The song, artist or album whose tracks are on the list from the beginning; null for an empty list.</summary>
    [Parameter]
    public PlaySelection? Of { get; set; }

    /// <summary>Whose history.</summary>
    [Parameter, EditorRequired]
    public Listener Listener { get; set; } = default!;

    /// <summary>Enters them, and says why not when it does not.</summary>
    [Parameter, EditorRequired]
    public Func<IReadOnlyList<AddedPlay>, Task<string?>> AddAsync { get; set; } = default!;

    /// <summary>Nothing is entered.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Inject]
    private AddableTracksQuery Tracks { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private WrittenTime? At => TimeFields.Read(_day, _time, _zone);

    /// <inheritdoc />
    protected override Task OnInitializedAsync()
    {
        _zone = TimeZones.Find(Listener.TimeZone);
        Follow();
        return Of is null ? Task.CompletedTask : LoadAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _load.Dispose();

    private Task LoadAsync() => _load.RunAsync(async token =>
    {
        var tracks = await Tracks.OfAsync(Listener.UserId, Of!, token);
        token.ThrowIfCancellationRequested();
        foreach (var track in tracks.Select(DraftTrack.Of))
        {
            track.Chosen = Of!.ArtistId is null; // Of an artist one chooses some; an album one hears as a whole.
            _draft.Tracks.Add(track);
        }

        Follow();
    });

    private Task PickAsync(SearchHit hit) => _load.RunAsync(async token =>
    {
        var track = await Tracks.FindAsync(Listener.UserId, hit.Id, token);
        token.ThrowIfCancellationRequested();
        if (track is not null) _draft.Tracks.Add(DraftTrack.Of(track));
        Follow();
    }, quietly: true);

    private void Name()
    {
        if (string.IsNullOrWhiteSpace(_title) || string.IsNullOrWhiteSpace(_artist))
        {
            _refusal = "Title and artist are needed to add a track that is not in your library.";
            return;
        }

        var named = new NamedTrack(_artist.Trim(), _title.Trim(), string.IsNullOrWhiteSpace(_album) ? null : _album.Trim());
        _draft.Tracks.Add(new DraftTrack(named.Title, named.Artist, null) { Named = named });
        _title = null;
        Follow();
    }

    /// <summary>Until somebody says when, it has only just ended.</summary>
    private void Follow()
    {
        _refusal = null;
        if (_touched) return;
        var now = TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), _zone);
        var at = _ended ? now : TimeZoneInfo.ConvertTime(now - _draft.Length, _zone);
        (_day, _time) = (at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private Dictionary<DraftTrack, string> Times() => At is { } written
        ? _draft.Times(written.At, _ended).ToDictionary(play => play.Track, play => $"{Here(play.Began, "HH:mm")} – {Here(play.Ended, "HH:mm")}")
        : [];

    private string Preview()
    {
        if (At is not { } written || !_draft.Chosen.Any()) return "";
        var times = _draft.Times(written.At, _ended).ToList();
        var (began, ended) = (times[0].Began, times[^1].Ended);
        var sameDay = Here(began, "d") == Here(ended, "d");
        return $"{Format.Count(times.Count, "play")}, from {Here(began, "ddd d MMMM yyyy, HH:mm")} to {Here(ended, sameDay ? "HH:mm" : "ddd d MMMM, HH:mm")}."
            + (_draft.Guesses ? " Where no length is given, the next one begins three and a half minutes later." : "");
    }

    private string Here(DateTimeOffset moment, string format) => TimeZoneInfo.ConvertTime(moment, _zone).ToString(format, CultureInfo.InvariantCulture);

    private async Task SendAsync()
    {
        _refusal = At is null ? "Choose a day and a time. Nothing was played before 1900."
            : _draft.Chosen.FirstOrDefault(track => !WrittenLength.TryRead(track.Length, out _)) is { } odd ? $"{WrittenLength.Hint} That of “{odd.Title}” is something else."
            : null;
        if (_refusal is not null) return;
        _busy = true;
        _refusal = await AddAsync(_draft.ToPlays(At!.At, _ended));
        _busy = false;
    }
}
