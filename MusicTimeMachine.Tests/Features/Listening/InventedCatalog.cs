using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Tests.Features.Listening;

/// <summary>
/// A small catalogue with what makes counting hard: songs under two ids, tracks without an album, two songs of one name,
/// artists of several genres and of none.
/// </summary>
public sealed class InventedCatalog
{
    private static readonly string[] Genres = ["dream pop", "techno", "folk", "ambient"];

    public List<Artist> Artists { get; } = [];
    public List<Album> Albums { get; } = [];
    public List<Track> Tracks { get; } = [];

    private Dictionary<long, Track> TracksById => field ??= Tracks.ToDictionary(track => track.Id);

    public Track Track(long id) => TracksById[id];

    public Artist ArtistOf(Track track) => Artists.Single(artist => artist.Id == track.ArtistId);

    public Album? AlbumOf(Track track) => Albums.SingleOrDefault(album => album.Id == track.AlbumId);

    public static async Task<InventedCatalog> CreateAsync(MusicContext context)
    {
        var catalog = new InventedCatalog();
        for (var a = 0; a < 9; a++)
            catalog.Artists.Add(new Artist { Name = $"Artist {(char)('a' + (a * 5 % 9))}", NameKey = $"artist{a}", Genres = [.. Genres.Take(a % 5)] });
        catalog.Artists[3].ImageUrl = "https://pictures.example/artist";
        context.Artists.AddRange(catalog.Artists);
        await context.SaveChangesAsync();

        for (var l = 0; l < 14; l++)
            catalog.Albums.Add(new Album { ArtistId = catalog.Artists[l % 9].Id, Name = $"Album {(char)('A' + (l * 3 % 14))}", NameKey = $"album{l}" });
        catalog.Albums[2].ImageUrl = "https://pictures.example/album";
        context.Albums.AddRange(catalog.Albums);
        List<Song> songs = [.. Enumerable.Range(0, 40).Select(s => new Song { ArtistId = catalog.Artists[s % 9].Id, TitleKey = $"song{s}" })];
        context.Songs.AddRange(songs);
        await context.SaveChangesAsync();

        for (var t = 0; t < 55; t++)
        {
            var song = songs[t % 40];
            var album = t % 7 == 0 ? null : catalog.Albums[(t % 40 + (t / 40)) % 14];
            catalog.Tracks.Add(new Track
            {
                SongId = song.Id,
                ArtistId = song.ArtistId,
                AlbumId = album?.Id,
                AlbumName = album?.Name,
                SpotifyId = t.ToString("D22", null),
                Name = t % 40 == 5 ? "Song 06" : $"Song {t % 40 * 7 % 40:D2}{(t >= 40 ? " (again)" : "")}",
                NameKey = song.TitleKey,
                DisplayArtist = catalog.Artists.Single(artist => artist.Id == song.ArtistId).Name + (t % 4 == 0 ? ", Guest" : ""),
                ImageUrl = t % 11 == 0 ? $"https://pictures.example/{t}" : null,
            });
        }

        context.Tracks.AddRange(catalog.Tracks);
        await context.SaveChangesAsync();
        return catalog;
    }
}
