using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Evolution;

/// <summary>Goes through the months of a history in order, and knows at each what was heard before.</summary>
internal sealed class EvolutionWalk(HeardCatalog catalog, HeardFeatures features, HeardGenres genres)
{
    private readonly List<double[]> _genres = [];

    // By number, the month (from 1) in which it was first heard, and of songs the one in which they were last.
    private readonly int[] _firstOfSong = new int[catalog.Songs.Ids.Length];
    private readonly int[] _lastOfSong = new int[catalog.Songs.Ids.Length];
    private readonly int[] _firstOfArtist = new int[catalog.Artists.Ids.Length];

    // By number, the plays in the present month, and which have any.
    private readonly int[] _playsOfTrack = new int[catalog.Tracks];
    private readonly int[] _playsOfArtist = new int[catalog.Artists.Ids.Length];
    private readonly List<int> _tracks = [];
    private readonly List<int> _artists = [];
    private int _month;

    /// <summary>Remembers what was heard in a month that nobody asks for.</summary>
    public void Pass(HeardMonth heard)
    {
        _month++;
        foreach (var track in heard.Tracks)
        {
            if (catalog.Songs.OfTrack[track] is >= 0 and var song && _firstOfSong[song] == 0) _firstOfSong[song] = _month;
            if (catalog.Artists.OfTrack[track] is >= 0 and var artist && _firstOfArtist[artist] == 0) _firstOfArtist[artist] = _month;
        }
    }

    /// <summary>The numbers of a month.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="heard">Its plays; null for a month of silence.</param>
    public EvolutionMonth Count(DateOnly month, HeardMonth? heard)
    {
        _month++;
        _genres.Add(new double[genres.Names.Length]);
        if (heard is null || heard.Tracks.Length == 0) return new EvolutionMonth(month, 0, 0, 0, 0, null, null);
        CountTracks(heard);
        var (plays, songs, discoveries) = (heard.Tracks.Length, 0, 0);
        var sum = new FingerprintSum(features);
        foreach (var track in _tracks)
        {
            var ofTrack = _playsOfTrack[track];
            _playsOfTrack[track] = 0;
            sum.Add(track, ofTrack);
            if (catalog.Songs.OfTrack[track] is >= 0 and var song)
            {
                if (_firstOfSong[song] == 0) _firstOfSong[song] = _month;
                if (_firstOfSong[song] == _month) discoveries += ofTrack;
                if (_lastOfSong[song] != _month) songs++;
                _lastOfSong[song] = _month;
            }

            if (catalog.Artists.OfTrack[track] is not (>= 0 and var artist)) continue;
            if (_playsOfArtist[artist] == 0) _artists.Add(artist);
            _playsOfArtist[artist] += ofTrack;
        }

        var (artists, newArtists, diversity) = CountArtists(plays);
        _tracks.Clear();
        _artists.Clear();
        return new EvolutionMonth(month, plays, songs, artists, newArtists, (double)discoveries / plays, diversity) { Sound = sum.Result() };
    }

    /// <summary>The genres that were heard most in the counted months, and the rest of each month.</summary>
    /// <param name="most">How many.</param>
    public (IReadOnlyList<GenreSeries> Most, IReadOnlyList<double> Others) Genres(int most)
    {
        var total = new double[genres.Names.Length];
        foreach (var month in _genres)
        {
            for (var genre = 0; genre < total.Length; genre++) total[genre] += month[genre];
        }

        var best = Enumerable.Range(0, total.Length).Where(genre => total[genre] > 0)
            .OrderByDescending(genre => total[genre]).ThenBy(genre => genres.Names[genre], StringComparer.Ordinal).Take(most).ToList();
        return (
            [.. best.Select(genre => new GenreSeries(genres.Names[genre], [.. _genres.Select(month => month[genre])]))],
            [.. _genres.Select(month => Math.Max(0, month.Sum() - best.Sum(genre => month[genre])))]);
    }

    private void CountTracks(HeardMonth heard)
    {
        foreach (var track in heard.Tracks)
        {
            if (_playsOfTrack[track]++ == 0) _tracks.Add(track);
        }
    }

    private (int Artists, int New, double Diversity) CountArtists(int plays)
    {
        var (fresh, diversity) = (0, 0.0);
        foreach (var artist in _artists)
        {
            var ofArtist = _playsOfArtist[artist];
            _playsOfArtist[artist] = 0;
            if (_firstOfArtist[artist] == 0) (_firstOfArtist[artist], fresh) = (_month, fresh + 1);
            var share = (double)ofArtist / plays;
            diversity -= share * Math.Log(share);
            var ofGenres = artist < genres.OfArtist.Length ? genres.OfArtist[artist] : [];
            foreach (var genre in ofGenres) _genres[^1][genre] += (double)ofArtist / ofGenres.Length;
        }

        return (_artists.Count, fresh, Math.Max(0, diversity));
    }
}
