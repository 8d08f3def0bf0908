using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using Npgsql;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Some of an import's plays on their way into the history, on a connection of their own: brought into the staging tables of
/// <see cref="PlayWriter"/> by binary <c>COPY</c>, matched, written. Plays carry the number of their track and each track is
/// sent once, so they cost little more than their times.
/// </summary>
internal sealed class ImportBatch : IAsyncDisposable
{
    private const string CopyPlays =
        """
        copy staged_plays (track_key, played_at, reported_at, ms_played, platform, source, precision, reason_start, reason_end, skipped, shuffle, offline, incognito)
        from stdin (format binary)
        """;

    private const string CopyTracks =
        "copy staged_tracks (key, spotify_id, named, artist, artist_key, title, title_key, album, album_key) from stdin (format binary)";

    private readonly MusicContext _context;
    private readonly Dictionary<string, StagedTrack> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Artist, string? Track, string? Album), StagedTrack> _byName = [];
    private readonly List<StagedTrack> _tracks = [];
    private readonly Platforms _platforms = new();
    private BinaryCopy? _copy;

    private ImportBatch(MusicContext context) => _context = context;

    /// <summary>Plays staged.</summary>
    public int Plays { get; private set; }

    /// <summary>Begins an empty batch.</summary>
    public static async Task<ImportBatch> BeginAsync(IDbContextFactory<MusicContext> contexts, CancellationToken cancellationToken)
    {
        var batch = new ImportBatch(await contexts.CreateDbContextAsync(cancellationToken));
        try
        {
            batch._context.Database.SetCommandTimeout(TimeSpan.FromHours(6));
            await batch._context.Database.OpenConnectionAsync(cancellationToken);
            await PlayWriter.CreateStagingAsync(batch._context, cancellationToken);
            batch._copy = await BinaryCopy.BeginAsync((NpgsqlConnection)batch._context.Database.GetDbConnection(), CopyPlays, cancellationToken);
        }
        catch
        {
            await batch.DisposeAsync();
            throw;
        }

        return batch;
    }

    /// <summary>Stages a play.</summary>
    public async ValueTask AddAsync(ImportedPlay play, CancellationToken cancellationToken)
    {
        var track = FindTrack(play);
        var copy = _copy!;
        await copy.BeginRowAsync(13, cancellationToken);
        copy.Write(track.Key);
        copy.Write(play.PlayedAt);
        copy.Write(play.ReportedAt);
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
    }

    /// <summary>Completes the staging; only one <c>COPY</c> runs on a connection, so the tracks follow the plays.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _copy!.CompleteAsync(cancellationToken);
        await _copy.DisposeAsync();
        _copy = null;
        await using (var copy = await BinaryCopy.BeginAsync((NpgsqlConnection)_context.Database.GetDbConnection(), CopyTracks, cancellationToken))
        {
            foreach (var track in _tracks) await track.WriteAsync(copy, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        await _platforms.StoreAsync(_context, cancellationToken);
        _tracks.Clear();
        _byId.Clear();
        _byName.Clear();
    }

    /// <summary>Finds or adds the tracks.</summary>
    public Task MatchAsync(CancellationToken cancellationToken) => PlayWriter.MatchAsync(_context, cancellationToken);

    /// <summary>Writes the plays.</summary>
    /// <param name="userId">Whose history.</param>
    /// <param name="import">The import, and the batch's number within it; null for none.</param>
    /// <param name="written">Told within the transaction, with the context that it runs on.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public Task WriteAsync(Guid userId, (long Id, int Batch)? import, Func<MusicContext, Task> written, CancellationToken cancellationToken) =>
        PlayWriter.WriteAsync(_context, userId, import, () => written(_context), cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_copy is not null) await _copy.DisposeAsync();
            // The connection goes back to its pool, where temporary tables would stay.
            await _context.Database.ExecuteSqlAsync($"discard temp", CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or IOException)
        {
            // The connection is broken, and they are gone with it.
        }

        await _context.DisposeAsync();
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
        var track = new StagedTrack(_tracks.Count, play);
        _tracks.Add(track);
        return track;
    }
}
