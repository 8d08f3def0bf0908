using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using Npgsql;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Brings the plays of files into the staging tables of <see cref="PlayWriter"/> by binary <c>COPY</c>. Plays carry the
/// number of their track; each track is sent once, so a million plays cost little more than their times.
/// </summary>
internal sealed class ImportStaging(MusicContext context) : IAsyncDisposable
{
    /// <summary>Tracks kept in memory, to bound it. Later ones are sent again under another number; the catalogue sorts it out.</summary>
    private const int MaxTracks = 200_000;

    private const string CopyPlays =
        """
        copy staged_plays (track_key, played_at, ms_played, platform, source, precision, reason_start, reason_end, skipped, shuffle, offline, incognito)
        from stdin (format binary)
        """;

    private readonly NpgsqlConnection _connection = (NpgsqlConnection)context.Database.GetDbConnection();
    private readonly Dictionary<string, StagedTrack> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Artist, string? Track, string? Album), StagedTrack> _byName = [];
    private readonly List<StagedTrack> _unsent = [];
    private readonly Platforms _platforms = new();
    private BinaryCopy? _copy;
    private int _nextKey;

    /// <summary>Plays staged.</summary>
    public long Plays { get; private set; }

    /// <summary>Stages a play.</summary>
    public async ValueTask AddAsync(ImportedPlay play, CancellationToken cancellationToken)
    {
        var track = FindTrack(play);
        var copy = _copy ??= await BinaryCopy.BeginAsync(_connection, CopyPlays, cancellationToken);
        await copy.BeginRowAsync(12, cancellationToken);
        copy.Write(track.Key);
        copy.Write(play.PlayedAt);
        copy.Write(play.MsPlayed);
        copy.Write(_platforms.NumberOf(play.Platform));
        copy.Write((short)play.Source);
        copy.Write((short)play.Precision);
        copy.Write((short?)play.ReasonStart);
        copy.Write((short?)play.ReasonEnd);
        copy.Write(play.Skipped);
        copy.Write(play.Shuffle);
        copy.Write(play.Offline);
        copy.Write(play.Incognito);
        Plays++;
        if (_unsent.Count >= MaxTracks) await SendAsync(cancellationToken);
    }

    /// <summary>Completes the staging.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await _platforms.StoreAsync(context, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_copy is not null) await _copy.DisposeAsync();
    }

    private StagedTrack FindTrack(ImportedPlay play)
    {
        if (play.SpotifyId is null)
        {
            var name = (play.Artist, play.Track, play.Album);
            if (!_byName.TryGetValue(name, out var named)) _byName.Add(name, named = Add(play));
            return named;
        }

        // An id may come without names first and with them later.
        if (!_byId.TryGetValue(play.SpotifyId, out var track) || (!track.Named && play.Track is not null && play.Artist is not null))
            _byId[play.SpotifyId] = track = Add(play);
        return track;
    }

    private StagedTrack Add(ImportedPlay play)
    {
        var track = new StagedTrack(_nextKey++, play);
        _unsent.Add(track);
        return track;
    }

    /// <summary>Only one <c>COPY</c> runs on a connection: the plays' ends, the tracks follow.</summary>
    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_copy is not null)
        {
            await _copy.CompleteAsync(cancellationToken);
            await _copy.DisposeAsync();
            _copy = null;
        }

        await using var copy = await BinaryCopy.BeginAsync(
            _connection, "copy staged_tracks (key, spotify_id, named, artist, artist_key, title, title_key, album, album_key) from stdin (format binary)", cancellationToken);
        foreach (var track in _unsent) await track.WriteAsync(copy, cancellationToken);
        await copy.CompleteAsync(cancellationToken);
        _unsent.Clear();
        _byId.Clear();
        _byName.Clear();
    }
}
