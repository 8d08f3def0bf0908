using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Evolution;

/// <summary>Goes through the months of a history in order, and knows at each what was heard before.</summary>
internal sealed class EvolutionWalk(HeardCatalog catalog, HeardFeatures features, HeardGenres genres)
{
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

    /// <summary>The numbers of the next month, and the plays of each genre in it, by the genre's number.</summary>
    public (EvolutionMonth Numbers, double[] Genres) Count(HeardMonth heard)
    {
        _month++;
        var ofGenres = new double[genres.Names.Length];
        if (heard.Tracks.Length == 0) return (new EvolutionMonth(heard.Month, 0, 0, 0, 0, null, null), ofGenres);
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

        var (artists, newArtists, diversity) = CountArtists(plays, ofGenres);
        _tracks.Clear();
        _artists.Clear();
        return (new EvolutionMonth(heard.Month, plays, songs, artists, newArtists, (double)discoveries / plays, diversity) { Sound = sum.Result() }, ofGenres);
    }

    private void CountTracks(HeardMonth heard)
    {
        foreach (var track in heard.Tracks)
        {
            if (_playsOfTrack[track]++ == 0) _tracks.Add(track);
        }
    }

    private (int Artists, int New, double Diversity) CountArtists(int plays, double[] ofGenres)
    {
        var (fresh, diversity) = (0, 0.0);
        foreach (var artist in _artists)
        {
            var ofArtist = _playsOfArtist[artist];
            _playsOfArtist[artist] = 0;
            if (_firstOfArtist[artist] == 0) (_firstOfArtist[artist], fresh) = (_month, fresh + 1);
            var share = (double)ofArtist / plays;
            diversity -= share * Math.Log(share);
            var known = artist < genres.OfArtist.Length ? genres.OfArtist[artist] : [];
            foreach (var genre in known) ofGenres[genre] += (double)ofArtist / known.Length;
        }

        return (_artists.Count, fresh, Math.Max(0, diversity));
    }
}
