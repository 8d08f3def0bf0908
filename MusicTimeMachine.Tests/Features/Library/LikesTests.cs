using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Tests.Features.Catalog;

namespace MusicTimeMachine.Tests.Features.Library;

public sealed class LikesTests(SoundingHistories histories) : IClassFixture<SoundingHistories>
{
    private Likes Likes => new(histories.Database, TimeProvider.System);

    private Guid User => histories.Of("Europe/Zurich").User.Id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Like_Twice_KeepsTheFirstWithItsNote()
    {
        var id = await OwnAsync(0);
        Assert.True(await Likes.LikeAsync(User, id, null, Stop));
        Assert.True(await Likes.SetNotesAsync(User, id, "First", Stop));
        var first = await FindAsync(id);

        Assert.True(await Likes.LikeAsync(User, id, DateTimeOffset.UnixEpoch, Stop));

        Assert.Equal((first!.LikedAt, "First"), ((await FindAsync(id))!.LikedAt, (await FindAsync(id))!.Notes));
    }

    [Fact]
    public async Task Unlike_AndAgain_FindsTheTrackBothTimes()
    {
        var id = await OwnAsync(1);
        await Likes.LikeAsync(User, id, null, Stop);

        Assert.True(await Likes.UnlikeAsync(User, id, Stop));
        Assert.True(await Likes.UnlikeAsync(User, id, Stop));

        Assert.Null(await FindAsync(id));
        Assert.False(await Likes.SetNotesAsync(User, id, "Too late", Stop));
    }

    [Fact]
    public async Task TrackOutsideTheLibrary_IsNotFound()
    {
        var library = await histories.LibraryAsync(histories.Of("Europe/Zurich"));
        var others = (await histories.LibraryAsync(histories.Of("America/New_York"))).First(id => !library.Contains(id));
        foreach (var id in (long[])[others, 0, -1, long.MaxValue])
        {
            Assert.False(await Likes.LikeAsync(User, id, null, Stop));
            Assert.False(await Likes.UnlikeAsync(User, id, Stop));
            Assert.False(await Likes.SetNotesAsync(User, id, "Mine?", Stop));
            Assert.Null(await FindAsync(id));
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \r\n ", null)]
    [InlineData("\0", null)]
    [InlineData(" The\0 ferry,\r\nat night ", "The ferry,\nat night")]
    [InlineData("🎧 'quoted'; drop table", "🎧 'quoted'; drop table")]
    public async Task Notes_Anything_IsKeptOrTakenAway(string? notes, string? kept)
    {
        var id = await OwnAsync(2);
        await Likes.LikeAsync(User, id, null, Stop);
        await Likes.SetNotesAsync(User, id, "Before", Stop);

        Assert.True(await Likes.SetNotesAsync(User, id, notes, Stop));

        Assert.Equal(kept, (await FindAsync(id))!.Notes);
    }

    [Fact]
    public async Task Notes_HalfASurrogatePair_BecomesAReplacementCharacter()
    {
        var id = await OwnAsync(4);
        await Likes.LikeAsync(User, id, null, Stop);

        Assert.True(await Likes.SetNotesAsync(User, id, $"half {(char)0xd83d} a pair", Stop));

        Assert.Equal("half \ufffd a pair", (await FindAsync(id))!.Notes);
    }

    [Fact]
    public async Task Notes_AsLongAsThereIsRoom_AreKeptAndOneMoreIsRefusedWithASentence()
    {
        var id = await OwnAsync(3);
        await Likes.LikeAsync(User, id, null, Stop);
        var longest = string.Concat(Enumerable.Repeat("🎧", LikedTrack.MaxNotes));

        Assert.Null(Likes.ProblemOf(longest));
        Assert.True(await Likes.SetNotesAsync(User, id, longest, Stop));
        Assert.Equal(longest, (await FindAsync(id))!.Notes);
        Assert.Equal("This note has 1,001 characters, and there is room for 1,000. Shorten it by 1.", Likes.ProblemOf(longest + "!"));
        await Assert.ThrowsAsync<ArgumentException>(() => Likes.SetNotesAsync(User, id, longest + "!", Stop));
    }

    private async Task<long> OwnAsync(int number) => (await histories.LibraryAsync(histories.Of("Europe/Zurich"))).Order().ElementAt(number);

    private async Task<LikedTrack?> FindAsync(long id)
    {
        await using var context = histories.Database.CreateDbContext();
        return await context.LikedTracks.SingleOrDefaultAsync(liked => liked.UserId == User && liked.TrackId == id, Stop);
    }
}
