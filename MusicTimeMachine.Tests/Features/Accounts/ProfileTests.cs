using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class ProfileTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_AnotherZoneAndThreshold_CountsThePlaysAnew()
    {
        var userId = await _accounts.AddAsync("moving");
        await AddPlayAsync(userId, "2026-01-31 23:30Z", 40_000);
        await AddPlayAsync(userId, "2026-01-10 12:00Z", 20_000);

        Assert.Empty(await _accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = "Moving", TimeZone = "America/Indianapolis", CountedFromSeconds = 30 }, Stop));
        Assert.Equal("2026-01-31 18 1", await DaysAsync(userId));

        Assert.Empty(await _accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = "Moving", TimeZone = "Asia/Calcutta", CountedFromSeconds = 10 }, Stop));
        Assert.Equal("2026-01-10 17 1, 2026-02-01 5 1", await DaysAsync(userId));
        Assert.Equal("Asia/Kolkata", (await _accounts.Profile.FindAsync(userId, Stop))!.TimeZone);
    }

    [Fact]
    public async Task Save_WrongEntries_NamesThemAllAndStoresNothing()
    {
        var userId = await _accounts.AddAsync("staying");

        var refusals = await _accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = " ", TimeZone = "Nowhere", CountedFromSeconds = 601 }, Stop);

        Assert.Equal(
        [
            new Refusal("DisplayName", "The display name is missing."),
            new Refusal("TimeZone", "This time zone is not known. Choose one from the list."),
            new Refusal("CountedFromSeconds", "Give a number of seconds between 0 and 600."),
        ], refusals);
        var stored = await _accounts.Profile.FindAsync(userId, Stop);
        Assert.Equal(("staying", "Europe/Zurich", 30), (stored!.DisplayName, stored.TimeZone, stored.CountedFromSeconds));
    }

    [Fact]
    public async Task ChangePassword_WrongCurrentOne_IsRefusedAndCountsTowardsTheLock()
    {
        var userId = await _accounts.AddAsync("changing");

        for (var n = 0; n < 5; n++)
            Assert.Equal([new Refusal("CurrentPassword", _accounts.Check.WrongCurrentSentence)], await _accounts.Profile.ChangePasswordAsync(userId, "wrong password", "another four words", "another four words", Stop));

        Assert.Null((await _accounts.Check.CheckAsync("changing", AccountsFixture.Password, Stop)).UserId);
    }

    [Fact]
    public async Task ChangePassword_RightCurrentOne_TakesTheNewOneAlone()
    {
        var userId = await _accounts.AddAsync("changed");

        Assert.Equal([new Refusal("RepeatedPassword", "The two passwords differ.")], await _accounts.Profile.ChangePasswordAsync(userId, AccountsFixture.Password, "another four words", "another for words", Stop));
        Assert.Empty(await _accounts.Profile.ChangePasswordAsync(userId, AccountsFixture.Password, "another four words", "another four words", Stop));

        Assert.Null((await _accounts.Check.CheckAsync("changed", AccountsFixture.Password, Stop)).UserId);
        Assert.Equal(userId, (await _accounts.Check.CheckAsync("changed", "another four words", Stop)).UserId);
    }

    /// <summary>Day, hour and plays, as the person's months have them.</summary>
    private Task<string> DaysAsync(Guid userId) => database.ScalarAsync<string>(
        $"""
         select string_agg(to_char(month + hour / 24, 'YYYY-MM-DD') || ' ' || hour % 24 || ' ' || plays, ', ' order by month, hour)
         from (select month, hour, count(*) as plays
               from (select month, unnest(hours)::int as hour from listening_months where user_id = '{userId}') h
               group by month, hour) counted
         """);

    private Task<int> AddPlayAsync(Guid userId, string playedAt, int msPlayed) => database.ExecuteAsync(
        $"""
         with artist as (
             insert into artists (name, name_key) values ('The Slow Comets', 'the slow comets ' || gen_random_uuid()) returning id),
         song as (
             insert into songs (artist_id, title_key) select id, 'paper lanterns' from artist returning id, artist_id),
         track as (
             insert into tracks (name, name_key, display_artist, artist_id, song_id) select 'Paper Lanterns', 'paper lanterns', 'The Slow Comets', artist_id, id from song returning id),
         own as (
             insert into user_tracks (user_id, track_id, plays, ms_played) select '{userId}', id, 0, 0 from track returning track_id)
         insert into plays (user_id, track_id, played_at, ms_played, source, precision) select '{userId}', track_id, '{playedAt}', {msPlayed}, 1, 1 from own
         """);
}
