using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>
/// The months of one person that were asked for. A page reads a state that never changes; one at a time adds what is
/// missing and puts a new state in its place.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Nobody asks the gate for its wait handle, which alone would need disposal.")]
internal sealed class PersonMemory
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Numbering _tracks = new();
    private readonly Numbering _songs = new();
    private readonly Numbering _artists = new();
    private readonly Numbering _albums = new();
    private volatile State _state = new([], HeardCatalog.Empty);

    /// <summary>How many plays it holds.</summary>
    public int Plays => _state.Months.Values.Sum(month => month.Hours.Length);

    /// <summary>When it was last asked, in ticks of <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long LastUsed { get; set; }

    /// <summary>The person's plays in a range, as the database has them now.</summary>
    public async Task<Heard> ReadAsync(MusicContext context, Guid userId, DayRange range, CancellationToken cancellationToken)
    {
        var first = new DateOnly(range.From.Year, range.From.Month, 1);
        var current = await context.ListeningMonths
            .Where(month => month.UserId == userId && month.Month >= first && month.Month < range.To && month.Plays > 0)
            .OrderBy(month => month.Month).Select(month => new Current(month.Month, month.Revision)).ToListAsync(cancellationToken);
        var state = _state;
        if (current.Exists(month => !state.Has(month))) state = await LoadAsync(context, userId, current, cancellationToken);

        // A month that was taken away since the list was read is not there.
        return new Heard(range, [.. current.Where(month => state.Months.ContainsKey(month.Month)).Select(month => state.Months[month.Month])], state.Catalog);
    }

    private async Task<State> LoadAsync(MusicContext context, Guid userId, List<Current> current, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var missing = current.Where(month => !_state.Has(month)).Select(month => month.Month).ToArray();
            if (missing.Length == 0) return _state;
            var rows = await context.ListeningMonths.AsNoTracking()
                .Where(month => month.UserId == userId && missing.Contains(month.Month)).ToListAsync(cancellationToken);
            var months = new Dictionary<DateOnly, HeardMonth>(_state.Months);
            foreach (var month in missing) months.Remove(month);
            foreach (var row in rows)
                months[row.Month] = new HeardMonth(row.Month, row.Revision, [.. row.TrackIds.Select(_tracks.Of)], row.Hours, row.Ms);

            // A track may have come to another song since, and then its months were computed anew: it is asked again.
            var tracks = rows.SelectMany(row => row.TrackIds).Distinct().ToArray();
            return _state = new State(months, await LinkAsync(context, tracks, _state.Catalog, cancellationToken));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<HeardCatalog> LinkAsync(MusicContext context, long[] trackIds, HeardCatalog known, CancellationToken cancellationToken)
    {
        var songs = Enlarge(known.Songs.OfTrack);
        var artists = Enlarge(known.Artists.OfTrack);
        var albums = Enlarge(known.Albums.OfTrack);
        var links = context.Database.SqlQuery<Link>(
            $"""select id as "Id", song_id as "Song", artist_id as "Artist", album_id as "Album" from tracks where id = any({trackIds})""");
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var track = _tracks.Of(link.Id);
            songs[track] = _songs.Of(link.Song);
            artists[track] = _artists.Of(link.Artist);
            albums[track] = link.Album is { } album ? _albums.Of(album) : -1;
        }

        return new HeardCatalog(new(songs, _songs.Ids()), new(artists, _artists.Ids()), new(albums, _albums.Ids()));
    }

    // A track that is gone from the catalogue is in no list.
    private int[] Enlarge(int[] ofTrack)
    {
        var larger = new int[_tracks.Count];
        Array.Fill(larger, -1);
        ofTrack.CopyTo(larger, 0);
        return larger;
    }

    private sealed record Current(DateOnly Month, Guid Revision);

    private sealed record Link(long Id, long Song, long Artist, long? Album);

    private sealed record State(Dictionary<DateOnly, HeardMonth> Months, HeardCatalog Catalog)
    {
        public bool Has(Current month) => Months.TryGetValue(month.Month, out var known) && known.Revision == month.Revision;
    }
}
