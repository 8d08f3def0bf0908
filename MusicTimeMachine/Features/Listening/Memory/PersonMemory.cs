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
    private volatile HeardFeatures _features = HeardFeatures.Empty;
    private volatile HeardGenres _genres = HeardGenres.Empty;

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
        return new Heard(this, range, [.. current.Where(month => state.Months.ContainsKey(month.Month)).Select(month => state.Months[month.Month])], state.Catalog);
    }

    /// <summary>The audio features of at least so many tracks, as the database has them now.</summary>
    public async Task<HeardFeatures> ReadFeaturesAsync(MusicContext context, int tracks, CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(context, cancellationToken);
        return IsCurrent(_features) ? _features : await LoadAsync();

        bool IsCurrent(HeardFeatures features) => features.Revision >= revision && features.Tracks >= tracks;

        async Task<HeardFeatures> LoadAsync()
        {
            await _gate.WaitAsync(cancellationToken);
            try
            {
                return IsCurrent(_features) ? _features : _features = await LoadFeaturesAsync(context, revision, cancellationToken);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    /// <summary>The genres of at least so many artists, as the database has them now.</summary>
    public async Task<HeardGenres> ReadGenresAsync(MusicContext context, int artists, CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(context, cancellationToken);
        return IsCurrent(_genres) ? _genres : await LoadAsync();

        bool IsCurrent(HeardGenres genres) => genres.Revision >= revision && genres.OfArtist.Length >= artists;

        async Task<HeardGenres> LoadAsync()
        {
            await _gate.WaitAsync(cancellationToken);
            try
            {
                return IsCurrent(_genres) ? _genres : _genres = await LoadGenresAsync(context, revision, cancellationToken);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private static Task<long> RevisionAsync(MusicContext context, CancellationToken cancellationToken) =>
        context.CatalogStates.Select(state => state.Revision).SingleAsync(cancellationToken);

    private async Task<HeardFeatures> LoadFeaturesAsync(MusicContext context, long revision, CancellationToken cancellationToken)
    {
        var all = HeardFeatures.Unknown(revision, _tracks.Count);
        var known = await context.Database.SqlQuery<Features>(
            $"""
             select array_agg(id) as "Tracks", array_agg(energy) as "Energy", array_agg(valence) as "Valence", array_agg(danceability) as "Danceability",
                 array_agg(acousticness) as "Acousticness", array_agg(instrumentalness) as "Instrumentalness", array_agg(speechiness) as "Speechiness",
                 array_agg(liveness) as "Liveness", array_agg(tempo) as "Tempo"
             from tracks where id = any({_tracks.Ids()}) and audio_features is not null having count(*) > 0
             """).SingleOrDefaultAsync(cancellationToken);
        for (var i = 0; i < known?.Tracks.Length; i++)
        {
            var track = _tracks.Of(known.Tracks[i]);
            all.Energy[track] = known.Energy[i] ?? float.NaN;
            all.Valence[track] = known.Valence[i] ?? float.NaN;
            all.Danceability[track] = known.Danceability[i] ?? float.NaN;
            all.Acousticness[track] = known.Acousticness[i] ?? float.NaN;
            all.Instrumentalness[track] = known.Instrumentalness[i] ?? float.NaN;
            all.Speechiness[track] = known.Speechiness[i] ?? float.NaN;
            all.Liveness[track] = known.Liveness[i] ?? float.NaN;
            all.Tempo[track] = known.Tempo[i] ?? float.NaN;
        }

        return all;
    }

    private async Task<HeardGenres> LoadGenresAsync(MusicContext context, long revision, CancellationToken cancellationToken)
    {
        var ofArtist = new int[_artists.Count][];
        Array.Fill(ofArtist, []);
        List<string> names = [];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = _artists.Ids();
        var artists = await context.Artists.Where(artist => ids.Contains(artist.Id) && artist.Genres.Length > 0)
            .OrderBy(artist => artist.Id).Select(artist => new { artist.Id, artist.Genres }).ToListAsync(cancellationToken);
        foreach (var artist in artists) ofArtist[_artists.Of(artist.Id)] = [.. artist.Genres.Distinct(StringComparer.Ordinal).Select(NumberOf)];
        return new HeardGenres(revision, ofArtist, [.. names]);

        int NumberOf(string name)
        {
            if (numbers.TryGetValue(name, out var number)) return number;
            numbers.Add(name, number = names.Count);
            names.Add(name);
            return number;
        }
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
            var tracks = rows.SelectMany(row => months[row.Month].Tracks).ToHashSet();
            return _state = new State(months, await LinkAsync(context, _tracks.Ids(tracks), _state.Catalog, cancellationToken));
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

        // As four arrays: 100,000 rows would take three times as long.
        var links = await context.Database.SqlQuery<Links>(
            $"""
             select array_agg(id) as "Tracks", array_agg(song_id) as "Songs", array_agg(artist_id) as "Artists", array_agg(album_id) as "Albums"
             from tracks where id = any({trackIds}) having count(*) > 0
             """).SingleOrDefaultAsync(cancellationToken) ?? new Links([], [], [], []);
        for (var i = 0; i < links.Tracks.Length; i++)
        {
            var track = _tracks.Of(links.Tracks[i]);
            songs[track] = _songs.Of(links.Songs[i]);
            artists[track] = _artists.Of(links.Artists[i]);
            albums[track] = links.Albums[i] is { } album ? _albums.Of(album) : -1;
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

    private sealed record Links(long[] Tracks, long[] Songs, long[] Artists, long?[] Albums);

    private sealed record Features(
        long[] Tracks, float?[] Energy, float?[] Valence, float?[] Danceability, float?[] Acousticness, float?[] Instrumentalness, float?[] Speechiness,
        float?[] Liveness, float?[] Tempo);

    private sealed record State(Dictionary<DateOnly, HeardMonth> Months, HeardCatalog Catalog)
    {
        public bool Has(Current month) => Months.TryGetValue(month.Month, out var known) && known.Revision == month.Revision;
    }
}
