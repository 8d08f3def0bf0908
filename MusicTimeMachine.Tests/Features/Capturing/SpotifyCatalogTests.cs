using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Capturing;

public sealed class SpotifyCatalogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly string _own = Guid.NewGuid().ToString("N");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tracks_ThatAreNew_ComeWithEverythingThatSpotifyTells()
    {
        var told = Told("Nightbus", ["Mira Holt", "The Lanterns"]) with { Explicit = true };
        var id = (await StoreAsync(told))[told.Id!];

        var track = await FindAsync(id);
        Assert.Equal(
            ("Nightbus", $"Mira Holt {_own}, The Lanterns {_own}", 201_000, "QZABC2600001", true, new DateOnly(2019, 5, 1), ReleaseDatePrecision.Month, "https://images.example.org/300"),
            (track.Name, track.DisplayArtist, track.DurationMs, track.Isrc, track.Explicit, track.ReleaseDate, track.ReleaseDatePrecision, track.ImageUrl));
        Assert.Equal(
            [Id("Mira Holt"), Id("The Lanterns")],
            await QueryAsync(context => context.TrackArtists.Where(credit => credit.TrackId == id).OrderBy(credit => credit.Position)
                .Join(context.Artists, credit => credit.ArtistId, artist => artist.Id, (_, artist) => artist.SpotifyId!)));
        Assert.Equal(
            [("Evening", Id("Evening"), new DateOnly(2019, 5, 1))],
            (await QueryAsync(context => context.Albums.Where(album => album.Id == track.AlbumId))).Select(album => (album.Name, album.SpotifyId, album.ReleaseDate!.Value)));
    }

    [Fact]
    public async Task Tracks_ThatAreKnown_AreCompletedAndKeepWhatTheyHave()
    {
        long known;
        await using (var context = database.CreateDbContext())
            known = (await NamedTracks.FindOrAddAsync(context, [new NamedTrack($"Mira Holt {_own}", "Nightbus", null)], Stop))[0];
        await database.ExecuteAsync($"update tracks set duration_ms = 199000, release_date = '2019-01-01', release_date_precision = 'year' where id = {known}");

        var told = Told("NIGHTBUS", ["Mira Holt", "The Lanterns"]);
        Assert.Equal(known, (await StoreAsync(told))[told.Id!]);
        var revision = await RevisionAsync();
        Assert.Equal(known, (await StoreAsync(told with { DurationMs = 5, ExternalIds = null, Album = null, Artists = [Artist("Mira Holt")] }))[told.Id!]);

        var track = await FindAsync(known);
        Assert.Equal(
            ("Nightbus", told.Id, $"Mira Holt {_own}, The Lanterns {_own}", 199_000, "QZABC2600001", ReleaseDatePrecision.Month, "Evening"),
            (track.Name, track.SpotifyId, track.DisplayArtist, track.DurationMs, track.Isrc, track.ReleaseDatePrecision, track.AlbumName));
        Assert.Equal(revision, await RevisionAsync());
    }

    [Fact]
    public async Task Track_ThatStandsForAnother_IsFoundUnderBothIds()
    {
        var told = Told("Harbour", ["Mira Holt"]) with { LinkedFrom = new SpotifyLinkedTrack(Id("what was asked for")) };
        var ids = await StoreAsync(told);

        Assert.Equal([told.Id!, Id("what was asked for")], ids.Keys.OrderBy(id => id != told.Id));
        Assert.Equal((await FindAsync(ids[told.Id!])).SongId, (await FindAsync(ids[Id("what was asked for")])).SongId);
    }

    [Fact]
    public async Task Tracks_ThatAreNone_ArePassedOver_AndThoseThatAreGoneKeepTheirId()
    {
        var gone = new SpotifyTrack(Id("gone"), "", null, [new SpotifyArtist(null, "", null, null)], 0, false, null, false, "track", null);
        var ids = await StoreAsync(
            Told("File", ["Mira Holt"]) with { IsLocal = true }, Told("Talk", ["Mira Holt"]) with { Type = "episode" }, Told("None", ["Mira Holt"]) with { Id = null }, gone, gone);

        Assert.Equal([gone.Id!], ids.Keys);
        Assert.Equal(("spotify:track:" + gone.Id, CatalogMatcher.UnknownArtist), ((await FindAsync(ids[gone.Id!])).Name, (await FindAsync(ids[gone.Id!])).DisplayArtist));
        Assert.Empty(await StoreAsync());
    }

    [Fact]
    public async Task Names_AreCutAtAWholeCharacter_AndIdsAreLettersAndDigits()
    {
        var told = Told(new string('x', 999) + "🎵🎵", [new string('y', 1_500), "Mira Holt"]) with { Id = Id("long") };
        var ids = await StoreAsync(told, Told("No id", ["Mira Holt"]) with { Id = "0123456789012345678\0ab" });

        Assert.Equal([Id("long")], ids.Keys);
        var track = await FindAsync(ids[Id("long")]);
        Assert.Equal((new string('x', 999), new string('y', 1_000)), (track.Name, track.DisplayArtist));
    }

    [Fact]
    public async Task Artists_WithOneName_AreTwo_AndGenresStay()
    {
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        SpotifyArtist[] told =
        [
            Artist("Nova") with { Genres = ["Dream Pop", "dream pop"], Images = [new SpotifyImage("https://images.example.org/a", 640, 640)] },
            Artist("Nova") with { Id = Id("another Nova") },
        ];
        var ids = await SpotifyCatalog.StoreArtistsAsync(context, told, Stop);
        var again = await SpotifyCatalog.StoreArtistsAsync(context, [told[0] with { Genres = ["techno"] }], Stop);

        Assert.Equal(2, ids.Values.Distinct().Count());
        Assert.Equal(ids[Id("Nova")], again[Id("Nova")]);
        var artist = await context.Artists.AsNoTracking().SingleAsync(artist => artist.Id == ids[Id("Nova")], Stop);
        Assert.Equal((["dream pop"], "https://images.example.org/a"), (artist.Genres, artist.ImageUrl), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2 == b.Item2);
        await transaction.CommitAsync(Stop);
    }

    [Fact]
    public async Task Library_TakesTracksOnce_AndOnlyWithinATransaction()
    {
        var userId = (await database.AddUserAsync()).Id;
        var told = Told("Salt", ["Mira Holt"]);
        var id = (await StoreAsync(told))[told.Id!];
        await using var context = database.CreateDbContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SpotifyCatalog.AddToLibraryAsync(context, userId, [id], Stop));
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        await SpotifyCatalog.AddToLibraryAsync(context, userId, [id], Stop);
        await SpotifyCatalog.AddToLibraryAsync(context, userId, [id, id], Stop);
        await transaction.CommitAsync(Stop);

        Assert.Equal([(id, 0)], (await QueryAsync(other => other.UserTracks.Where(track => track.UserId == userId))).Select(track => (track.TrackId, track.Plays)));
        Assert.Equal(1, await database.ScalarAsync<long>($"select revision from library_states where user_id = '{userId}'"));
        Assert.Equal(1L, await database.ScalarAsync<long>($"select count(*) from user_tracks where user_id = '{userId}' and search @@ plainto_tsquery('music', 'salt')"));
    }

    [Fact]
    public void Track_OfSpotify_IsReadWithWhatItStandsFor() =>
        Assert.Equal("b", JsonSerializer.Deserialize("""{"id":"a","name":"n","linked_from":{"id":"b"}}""", MusicTimeMachine.Spotify.SpotifyJson.Default.SpotifyTrack)!.LinkedFrom!.Id);

    private SpotifyTrack Told(string title, string[] artists) => new(
        Id("track " + title), title,
        new SpotifyAlbum(Id("Evening"), "Evening", [Artist(artists[0])], [new SpotifyImage("https://images.example.org/640", 640, 640), new SpotifyImage("https://images.example.org/300", 300, 300)], "2019-05", "month"),
        [.. artists.Select(Artist)], 201_000, false, new SpotifyExternalIds("QZ-ABC-26-00001"), false, "track", null);

    private SpotifyArtist Artist(string name) => new(Id(name), $"{name} {_own}", null, null);

    private string Id(string words) => FakeIds.Create(_own + words);

    private async Task<IReadOnlyDictionary<string, long>> StoreAsync(params SpotifyTrack[] tracks)
    {
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        var ids = await SpotifyCatalog.StoreTracksAsync(context, tracks, Stop);
        await transaction.CommitAsync(Stop);
        return ids;
    }

    private async Task<Track> FindAsync(long id) => (await QueryAsync(context => context.Tracks.Where(track => track.Id == id))).Single();

    private Task<long> RevisionAsync() => database.ScalarAsync<long>("select revision from catalog_state");

    private async Task<List<T>> QueryAsync<T>(Func<MusicTimeMachine.Data.MusicContext, IQueryable<T>> query)
    {
        await using var context = database.CreateDbContext();
        return await query(context).ToListAsync(Stop);
    }
}
