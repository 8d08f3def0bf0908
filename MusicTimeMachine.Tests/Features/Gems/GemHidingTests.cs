using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Gems;

public sealed class GemHidingTests(GemHistories histories) : IClassFixture<GemHistories>
{
    private static readonly GemsRequest Loose = new() { LovedFromDays = 3650, LovedToDays = 1, SilentDays = 1, MinPlays = 1, Limit = 200 };

    private readonly TestClock _clock = new(new DateTimeOffset(2027, 1, 15, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GemHiding Hiding => new(histories.Database, _clock);

    [Fact]
    public async Task Hide_AGem_TakesItAwayFromThisPersonAlone()
    {
        var (me, other) = (histories.Of("Europe/Zurich").User.Id, histories.Of("America/New_York").User.Id);
        var (mine, others) = (await GemsAsync(me), await GemsAsync(other));
        var gem = mine.Items.First(gem => others.Items.Any(other => other.SongId == gem.SongId));

        Assert.True(await Hiding.HideAsync(me, gem.SongId, Cancel));

        Assert.Equal(mine.Items.Where(other => other != gem), (await GemsAsync(me)).Items);
        Assert.Equal(mine.Total - 1, (await GemsAsync(me)).Total);
        Assert.Equal(others.Items, (await GemsAsync(other)).Items);
        Assert.Empty(await Hiding.ListAsync(other, Cancel));
        Assert.False(await Hiding.RestoreAsync(other, gem.SongId, Cancel));
        var hidden = Assert.Single(await Hiding.ListAsync(me, Cancel));
        Assert.Equal((gem.SongId, gem.Name, gem.Artist, gem.Album, gem.Image, _clock.GetUtcNow()), (hidden.SongId, hidden.Name, hidden.Artist, hidden.Album, hidden.Image, hidden.HiddenAt));

        Assert.True(await Hiding.RestoreAsync(me, gem.SongId, Cancel));
        Assert.Equal(mine.Items, (await GemsAsync(me)).Items);
        Assert.False(await Hiding.RestoreAsync(me, gem.SongId, Cancel));
    }

    [Fact]
    public async Task Hide_Twice_StaysHiddenSinceTheFirstTime()
    {
        var me = histories.Of("America/New_York").User.Id;
        var gem = (await GemsAsync(me)).Items[0];
        await Hiding.HideAsync(me, gem.SongId, Cancel);
        var since = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.True(await Hiding.HideAsync(me, gem.SongId, Cancel));

        Assert.Equal(since, Assert.Single(await Hiding.ListAsync(me, Cancel)).HiddenAt);
        await Hiding.RestoreAsync(me, gem.SongId, Cancel);
    }

    [Fact]
    public async Task Hide_ASongOutsideTheLibrary_IsNotFound()
    {
        var (me, other) = (histories.Of("Europe/Zurich"), histories.Of("America/New_York"));
        var mine = me.Plays.Select(play => me.TrackOf(play).SongId).ToHashSet();
        var foreign = other.Plays.Select(play => other.TrackOf(play).SongId).First(song => !mine.Contains(song));

        foreach (var song in (long[])[foreign, 0, -1, long.MaxValue]) Assert.False(await Hiding.HideAsync(me.User.Id, song, Cancel));

        Assert.Empty(await Hiding.ListAsync(me.User.Id, Cancel));
    }

    [Fact]
    public async Task Hidden_GoesWithThePerson()
    {
        var user = await histories.Database.AddUserAsync();
        await histories.Database.ExecuteAsync($"insert into hidden_gems (user_id, song_id, hidden_at) select '{user.Id}', id, now() from songs limit 3");

        await histories.Database.ExecuteAsync($"delete from users where id = '{user.Id}'");

        Assert.Equal(0, await histories.Database.ScalarAsync<long>($"select count(*) from hidden_gems where user_id = '{user.Id}'"));
    }

    private Task<GemList> GemsAsync(Guid userId) => new GemsQuery(histories.Memory, histories.Database, _clock).AskAsync(userId, Loose, Cancel);
}
