using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Library;

public sealed class LikesQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly NamedTrack[] Music =
    [
        new("Sólrún", "Hafið", "Norður"),
        new("The Slow Comets", "Harbour Lights", "AB/CD"),
        new("The Slow Comets", "a quiet Town", null),
        new("Mira Holt", "Zebra", "Lights Out"),
        new("星野", "東京の夜", null),
        new("Mira Holt", "Ángel", null),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LikesQuery Query => new(database);

    [Theory]
    [InlineData(null, "5,4,3,2,1,0")]
    [InlineData("oldest", "0,1,2,3,4,5")]
    [InlineData("TITLE", "5,2,0,1,3,4")]
    [InlineData("artist", "5,3,0,2,1,4")]
    [InlineData("plays", "0,1,2,3,4,5")]
    [InlineData("sideways", "5,4,3,2,1,0")]
    public async Task Order_AsAskedFor_IsThatOfNamesDatesAndPlays(string? sort, string expected)
    {
        var (user, ids) = await LikedAsync();

        Assert.Equal(expected, await FoundAsync(user, ids, null, sort));
    }

    [Theory]
    [InlineData("solrun", "0")]
    [InlineData("HAFID", "0")]
    [InlineData("ab cd", "1")]
    [InlineData("abcd", "1")]
    [InlineData("lights", "1,3")]
    [InlineData("album:lights", "3")]
    [InlineData("artist:mira", "3,5")]
    [InlineData("mira -zebra", "5")]
    [InlineData("東京", "4")]
    [InlineData("ferry", "3")]
    [InlineData("holt strasse", "3")]
    [InlineData("\"slow comets\"", "1,2")]
    [InlineData("night ferr", "3")]
    [InlineData("nowhere", "")]
    public async Task Words_OfTitleArtistAlbumAndNote_AreFoundHoweverTheyAreWritten(string text, string expected)
    {
        var (user, ids) = await LikedAsync();

        Assert.Equal(expected, await FoundAsync(user, ids, text, "oldest"));
    }

    [Theory]
    [InlineData("'; drop table users; --")]
    [InlineData("\" & | ! ( ) : * <-> \\")]
    [InlineData("\0 \ud83d !!! ''")]
    [InlineData("energy>0.8 liked:yes artist: -")]
    [InlineData("%_\u202e")]
    public async Task Text_OfAnyKind_IsNoError(string text)
    {
        var (user, _) = await LikedAsync();

        foreach (var sort in Enum.GetNames<LikesSort>())
        {
            var request = LikesRequest.Read(text, "all", sort);
            Assert.Equal(await Query.CountAsync(user, request, Stop), (await Query.ListAsync(user, request, 200, 0, Stop)).Count);
        }
    }

    [Fact]
    public async Task Parts_AndPages_AreOfThePersonAlone()
    {
        var (user, ids) = await LikedAsync();
        var neighbour = (await LikedAsync()).User;
        await database.ExecuteAsync($"delete from liked_tracks where user_id = '{neighbour}' and track_id = {ids[0]}");

        var notes = await Query.ListAsync(user, LikesRequest.Read(null, "notes", null), 200, 0, Stop);
        var page = await Query.ListAsync(user, LikesRequest.Read(null, null, "oldest"), 2, 3, Stop);

        Assert.Equal([(ids[3], "The night ferry, Straße by the sea")], notes.Select(like => (like.TrackId, like.Notes!)));
        Assert.Equal([ids[3], ids[4]], page.Select(like => like.TrackId));
        Assert.Equal(new LikesCount(6, 1, 0), await Query.CountAsync(user, Stop));
        Assert.Equal(new LikesCount(5, 1, 0), await Query.CountAsync(neighbour, Stop));
        Assert.Equal(["Figures such as energy>0.8 are looked at in the search of the whole library: ask there, with liked:yes beside them."], LikesRequest.Read("year:2010 sea", null, null).Hints);
    }

    private async Task<string> FoundAsync(Guid user, long[] ids, string? text, string? sort)
    {
        var request = LikesRequest.Read(text, null, sort);
        var likes = await Query.ListAsync(user, request, 200, 0, Stop);
        Assert.Equal(likes.Count, await Query.CountAsync(user, request, Stop));
        return string.Join(',', likes.Select(like => Array.IndexOf(ids, like.TrackId)));
    }

    /// <summary>A person who likes all of the music, one after the other; what was liked first was played most.</summary>
    private async Task<(Guid User, long[] Ids)> LikedAsync()
    {
        var user = (await database.AddUserAsync()).Id;
        await using var context = database.CreateDbContext();
        var ids = await NamedTracks.FindOrAddAsync(context, Music, Stop);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into user_tracks (user_id, track_id, plays, ms_played, search)
             select {user}, id, 10 - place::int, 0, search from unnest({ids}) with ordinality as own (id, place) join tracks using (id);
             insert into liked_tracks (user_id, track_id, liked_at)
             select {user}, id, '2026-01-01'::timestamptz + place * interval '1 day' from unnest({ids}) with ordinality as own (id, place)
             """, Stop);
        await new Likes(database, TimeProvider.System).SetNotesAsync(user, ids[3], "The night ferry, Straße by the sea", Stop);
        return (user, ids);
    }
}
