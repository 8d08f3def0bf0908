using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Demo.Naming;

namespace MusicTimeMachine.Features.Demo;

/// <summary>Records the songs of one artist after the other and puts them on albums.</summary>
internal sealed class DemoStudio(DemoRandom random, DemoRoster roster, DemoReleases releases)
{
    private readonly DemoTitles _titles = new(random);
    private readonly DemoAlbumTitles _albumTitles = new(random, new DemoTitles(random));
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usedAlbums = new(StringComparer.Ordinal);
    private readonly List<int> _songs = [];
    private int _artist;
    private DemoProfile _profile = null!;
    private int _songCount;

    /// <summary>All albums so far; those of an artist side by side.</summary>
    public List<DemoAlbum> Albums { get; } = [];

    /// <summary>All tracks so far; those of an album side by side, in its order.</summary>
    public List<DemoTrack> Tracks { get; } = [];

    /// <summary>The features of every track, those included that the library does not tell.</summary>
    public List<DemoAudioFeatures> Sounds { get; } = [];

    /// <summary>Makes exactly <paramref name="count"/> tracks of an artist.</summary>
    public void Record(int artist, int count)
    {
        _artist = artist;
        _profile = roster.Profiles[artist];
        _used.Clear();
        _usedAlbums.Clear();
        _songs.Clear();
        releases.Begin(_profile.Debut);
        while (count > 0)
            count -= _songs.Count >= 10 && random.Chance(.2) ? Reissue(count) : Original(count);
    }

    private int Original(int left)
    {
        // A listener knows a whole album of some artists and a song or two of most.
        var kind = left switch
        {
            1 => random.Chance(.4) ? DemoAlbumKind.Single : DemoAlbumKind.Album,
            < 6 => random.Choose([45, 35, 20]) switch { 0 => DemoAlbumKind.Album, 1 => DemoAlbumKind.ExtendedPlay, _ => DemoAlbumKind.Single },
            _ => random.Choose([78, 10, 12]) switch { 0 => DemoAlbumKind.Album, 1 => DemoAlbumKind.ExtendedPlay, _ => DemoAlbumKind.Single },
        };
        var size = Math.Min(left, kind switch
        {
            DemoAlbumKind.Album => random.Chance(.25) ? random.Between(1, 4) : random.Between(7, 13),
            DemoAlbumKind.ExtendedPlay => random.Between(3, 5),
            _ => 1,
        });
        var released = releases.Next();
        var first = Tracks.Count;
        var album = kind switch
        {
            DemoAlbumKind.Album => Release(kind, () => _albumTitles.Album(roster.Artists[_artist].Name, _profile.Genre, _profile.Culture), released),
            DemoAlbumKind.ExtendedPlay => Release(kind, () => _albumTitles.ExtendedPlay(_profile.Genre, _profile.Culture), released),
            _ => Albums.Count,
        };
        for (var i = 0; i < size; i++)
            NewSong(album, first: i == 0);

        if (kind == DemoAlbumKind.Single)
            IssueSingle(first, released);

        if (kind == DemoAlbumKind.Album && size >= 7 && left > size && random.Chance(.3))
        {
            var single = first + random.Next(Math.Min(4, size));
            IssueSingle(single, releases.Ahead(released));
            Again(single, Tracks[single].Name, Sounds[single], Tracks[single].DurationMs);
            size++;
        }

        return size;
    }

    // A best-of, a remastered album or a concert: songs that were there before, under the same or a longer title.
    private int Reissue(int left)
    {
        var kind = random.Choose([40, 35, 25]) switch { 0 => DemoAlbumKind.Compilation, 1 => DemoAlbumKind.Remaster, _ => DemoAlbumKind.Live };
        var songs = Choice(kind, Math.Min(left, random.Between(4, 10)));
        var from = songs.Min(track => Albums[Tracks[track].Album].Released);
        var to = songs.Max(track => Albums[Tracks[track].Album].Released);
        var released = releases.Later(to, kind == DemoAlbumKind.Remaster ? 12 : 4);
        Release(
            kind,
            () => kind switch
            {
                DemoAlbumKind.Compilation => _albumTitles.Compilation(roster.Artists[_artist].Name, from.Year, released.Year),
                DemoAlbumKind.Live => _albumTitles.Live(),
                _ => Albums[Tracks[songs[0]].Album].Name + (random.Chance(.5) ? " (Remastered)" : " (Deluxe Edition)"),
            },
            released);
        foreach (var track in songs)
        {
            var name = Tracks[track].Name;
            var duration = Tracks[track].DurationMs;
            _ = kind switch
            {
                DemoAlbumKind.Live => Again(track, name + " - Live", DemoSounds.Live(random, Sounds[track]), (int)(duration * random.Between(1.0, 1.25))),
                DemoAlbumKind.Remaster => Again(track, $"{name} - {released.Year} Remaster", DemoSounds.Remaster(random, Sounds[track]), duration + random.Between(-900, 900)),
                _ => Again(track, name, Sounds[track], duration),
            };
        }

        return songs.Length;
    }

    // A remaster repeats one album in its order, the others choose from everything.
    private int[] Choice(DemoAlbumKind kind, int count)
    {
        if (kind == DemoAlbumKind.Remaster)
        {
            var album = Tracks[random.Pick(_songs)].Album;
            return [.. _songs.Where(track => Tracks[track].Album == album).Take(count)];
        }

        var all = _songs.ToArray();
        random.Shuffle<int>(all);
        return all[..Math.Min(count, all.Length)];
    }

    private int Release(DemoAlbumKind kind, Func<string> title, DateOnly released)
    {
        var name = title();
        for (var attempt = 2; !_usedAlbums.Add(NameKey.Of(name)); attempt++)
            name = attempt < 6 ? title() : $"{title()}, Vol. {attempt}";
        return Issue(kind, name, released);
    }

    // A single is called like its song, unless an album is called so already.
    private void IssueSingle(int track, DateOnly released)
    {
        var name = Tracks[track].Name;
        Issue(DemoAlbumKind.Single, _usedAlbums.Add(NameKey.Of(name)) ? name : name + " (Single)", released);
    }

    private int Issue(DemoAlbumKind kind, string name, DateOnly day)
    {
        var (released, precision) = releases.Remembered(day);
        Albums.Add(new DemoAlbum(name, _artist, kind, released, precision));
        return Albums.Count - 1;
    }

    private void NewSong(int album, bool first)
    {
        var name = _titles.Next(_profile.Genre, _profile.Culture);
        for (var attempt = 2; !_used.Add(NameKey.OfTitle(name)); attempt++)
            name = attempt < 12 ? _titles.Next(_profile.Genre, _profile.Culture) : $"{_titles.Next(_profile.Genre, _profile.Culture)} {attempt}";

        int[] artists = [_artist];
        if (_profile.Genre.Family != DemoFamily.Classical && random.Chance(_profile.Genre.Family == DemoFamily.HipHop ? .2 : .05) && roster.Guest(random, _artist) is { } guest)
        {
            artists = [_artist, guest];
            if (random.Chance(.6))
                name += $" (feat. {roster.Artists[guest].Name})";
        }

        _songs.Add(Tracks.Count);
        var popularity = (int)Math.Clamp(_profile.Popularity + (random.Normal() * 9) + (first ? 4 : -4), 0, 100);
        Add(name, artists, album, _songCount++, Duration(), random.Chance(_profile.Explicit), popularity, DemoSounds.Draw(random, _profile));
    }

    private int Duration()
    {
        var minutes = _profile.Genre.Sound.Minutes * (1 + (random.Normal() * .24));
        return (int)(60_000 * (random.Chance(.03) ? random.Between(.6, 1.6) : Math.Clamp(minutes, .9, 24)));
    }

    private int Again(int track, string name, DemoAudioFeatures sound, int duration)
    {
        var song = Tracks[track];
        return Add(name, song.Artists, Albums.Count - 1, song.Song, duration, song.Explicit, Math.Max(0, song.Popularity - random.Between(2, 20)), sound);
    }

    private int Add(string name, IReadOnlyList<int> artists, int album, int song, int duration, bool isExplicit, int popularity, DemoAudioFeatures sound)
    {
        var told = random.Chance(popularity < 20 ? .84 : .92);
        Tracks.Add(new DemoTrack(name, artists, album, song, duration, isExplicit, popularity, told ? sound : null));
        Sounds.Add(sound);
        return Tracks.Count - 1;
    }
}
