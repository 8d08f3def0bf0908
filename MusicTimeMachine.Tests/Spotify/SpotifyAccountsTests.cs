using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Spotify;

public sealed class SpotifyAccountsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_AccountOfSomebodyElse_OrASecondOne_IsRefused()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var (first, second) = ((await database.AddUserAsync()).Id, (await database.AddUserAsync()).Id);
        var (robin, kim) = (Renamed(spotify, 0), Renamed(spotify, 1));

        Assert.True(await accounts.ConnectAsync(first, spotify.GrantOf(robin), Stop));
        Assert.False(await accounts.ConnectAsync(second, spotify.GrantOf(robin), Stop));
        Assert.False(await accounts.ConnectAsync(first, spotify.GrantOf(kim), Stop));
        Assert.True(await accounts.ConnectAsync(second, spotify.GrantOf(kim), Stop));
        Assert.True(await accounts.ConnectAsync(first, spotify.GrantOf(robin), Stop));

        Assert.Equal(("Robin Example", false), ((await accounts.StateAsync(first, Stop)).Link!.Name, (await accounts.StateAsync(first, Stop)).Link!.OwnApp));
        Assert.Equal("kim.example", (await accounts.StateAsync(second, Stop)).Link!.Name);
    }

    [Fact]
    public async Task Connect_OneAccountForTwoPeopleAtOnce_SucceedsForOne()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var robin = Renamed(spotify, 0);
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await database.AddUserAsync()).Id));

        var connected = await Task.WhenAll(people.Select(userId => accounts.ConnectAsync(userId, spotify.GrantOf(robin), Stop)));

        Assert.Single(connected, done => done);
    }

    [Fact]
    public async Task SignIn_AsksForLess_AndEndsNothingThatWasAllowed()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var (userId, robin) = ((await database.AddUserAsync()).Id, Renamed(spotify, 0));
        Assert.True(await accounts.ConnectAsync(userId, spotify.GrantOf(robin), Stop));
        Assert.False(await accounts.WritesLikesAsync(userId, Stop));
        Assert.True(await accounts.ConnectAsync(userId, spotify.GrantOf(robin, writesLikes: true), Stop));

        await accounts.TakeOverAsync(userId, spotify.GrantOf(robin), Stop);
        Assert.Contains(SpotifyScopes.WriteLikes, await ScopesAsync());
        await database.ExecuteAsync($"update spotify_accounts set needs_reconnect = true where user_id = '{userId}'");
        await accounts.TakeOverAsync(userId, spotify.GrantOf(robin), Stop);

        Assert.DoesNotContain(SpotifyScopes.WriteLikes, await ScopesAsync());
        Assert.True(await accounts.WritesLikesAsync(userId, Stop));

        async Task<IReadOnlyList<string>> ScopesAsync()
        {
            await using var context = database.CreateDbContext();
            return await context.SpotifyAccounts.Where(account => account.UserId == userId).Select(account => account.Scopes).SingleAsync(Stop);
        }
    }

    [Fact]
    public async Task Account_KnownByTheOtherIdOnly_TakesOnTheOneThatNeverChanges()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var userId = (await database.AddUserAsync()).Id;
        var person = new FakePerson(null, "early" + Guid.NewGuid().ToString("N"), "Early");
        Assert.True(await accounts.ConnectAsync(userId, spotify.GrantOf(person), Stop));
        var lasting = person.AccountId = "account" + Guid.NewGuid().ToString("N");

        await accounts.TakeOverAsync(userId, spotify.GrantOf(person), Stop);

        await using var context = database.CreateDbContext();
        Assert.Equal(userId, await SpotifyAccounts.FindUserAsync(context, spotify.GrantOf(person), Stop));
        Assert.Equal((lasting, person.Id), await context.SpotifyAccounts.Where(account => account.UserId == userId).Select(account => new ValueTuple<string, string>(account.AccountId, account.SpotifyId)).SingleAsync(Stop));
    }

    [Fact]
    public async Task TakeOver_AtAnOrdinarySignIn_DoesNotLengthenTheLeave()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var (userId, robin) = ((await database.AddUserAsync()).Id, Renamed(spotify, 0));
        await spotify.ConnectAsync(userId, robin);
        var began = spotify.Clock.GetUtcNow();
        spotify.Clock.Advance(TimeSpan.FromDays(40));

        await accounts.TakeOverAsync(userId, spotify.GrantOf(robin), Stop);
        Assert.Equal(began, (await accounts.StateAsync(userId, Stop)).Link!.AuthorizedAt);

        await spotify.ConnectAsync(userId, robin);
        Assert.Equal(began.AddDays(40), (await accounts.StateAsync(userId, Stop)).Link!.AuthorizedAt);
    }

    [Fact]
    public async Task Disconnect_WithoutAPassword_WouldLockOut_AndOtherwiseForgetsTheTokens()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var userId = (await database.AddUserAsync()).Id;
        await spotify.ConnectAsync(userId, Renamed(spotify, 0));

        Assert.Equal("You have no password yet, and could not sign in any more. Set one first, above.", await accounts.DisconnectAsync(userId, Stop));
        Assert.NotNull((await accounts.StateAsync(userId, Stop)).Link);
        await database.ExecuteAsync($"update users set password_hash = 'x' where id = '{userId}'");
        Assert.Null(await accounts.DisconnectAsync(userId, Stop));

        Assert.Null((await accounts.StateAsync(userId, Stop)).Link);
        Assert.Equal(0L, await database.ScalarAsync<long>($"select count(*) from spotify_accounts where user_id = '{userId}'"));
    }

    [Fact]
    public async Task OwnApp_IsCheckedAndEncrypted_AndItsAccountsGoWithIt()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database, settings => settings.ClientSecret = FakeWorld.ClientSecret);
        var (accounts, apps, api) = (spotify.Services.GetRequiredService<SpotifyAccounts>(), spotify.Services.GetRequiredService<SpotifyApps>(), spotify.Api);
        var own = new FakeApp("own" + Guid.NewGuid().ToString("N"), "secretOfMyOwn");
        own.AllowList.Add("noa.example");
        spotify.World.Apps.Add(own);
        var (userId, noa) = ((await database.AddUserAsync()).Id, Renamed(spotify, 2));

        Assert.StartsWith("The client id consists", await apps.KeepOwnAsync(userId, "no id", "", Stop));
        Assert.Equal(SpotifyErrors.AppRefused, await apps.KeepOwnAsync(userId, own.ClientId, "wrong", Stop));
        Assert.Null((await accounts.StateAsync(userId, Stop)).OwnClientId);
        Assert.Null(await apps.KeepOwnAsync(userId, $" {own.ClientId} ", own.ClientSecret, Stop));
        Assert.Equal(own.ClientId, (await accounts.StateAsync(userId, Stop)).OwnClientId);
        Assert.Null((await accounts.StateAsync((await database.AddUserAsync()).Id, Stop)).OwnClientId);
        var stored = Encoding.Latin1.GetString(await database.ScalarAsync<byte[]>($"select client_id || client_secret from spotify_own_apps where user_id = '{userId}'"));
        Assert.DoesNotContain(own.ClientId, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(own.ClientSecret, stored, StringComparison.Ordinal);

        Assert.True(await accounts.ConnectAsync(userId, spotify.GrantOf(noa, own.ClientId), Stop));
        spotify.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("noa.example", await AskAsync());
        await apps.RemoveOwnAsync(userId, Stop);
        Assert.True((await accounts.StateAsync(userId, Stop)).Link!.NeedsReconnect);
        Assert.Equal(SpotifyProblem.Reconnect, (await Assert.ThrowsAsync<SpotifyException>(AskAsync)).Problem);

        Task<string> AskAsync() => spotify.Services.GetRequiredService<SpotifyAccess>().CallAsync(userId, async pass => (await api.ProfileAsync(pass, Stop)).Id, Stop);
    }

    [Fact]
    public async Task OwnApp_WithoutASecret_ProvesItselfByItsClientId()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = (await database.AddUserAsync()).Id;
        Assert.Null(await spotify.Services.GetRequiredService<SpotifyApps>().KeepOwnAsync(userId, spotify.App.ClientId, "", Stop));
        Assert.True(await spotify.Services.GetRequiredService<SpotifyAccounts>().ConnectAsync(userId, spotify.GrantOf(Renamed(spotify, 0), spotify.App.ClientId), Stop));
        spotify.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("robin.example", await spotify.Services.GetRequiredService<SpotifyAccess>().CallAsync(userId, async pass => (await spotify.Api.ProfileAsync(pass, Stop)).Id, Stop));
    }

    [Fact]
    public async Task State_WhileTheQuotaIsUsedUp_SaysUntilWhen()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = (await database.AddUserAsync()).Id;
        await spotify.ConnectAsync(userId, Renamed(spotify, 0));
        spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromHours(10)));
        await Assert.ThrowsAsync<SpotifyException>(() => spotify.Api.RecentlyPlayedAsync(spotify.Pass, null, Stop));

        Assert.Equal(
            "Spotify's quota for this app is used up. Spotify answers again in 10 hours; what waits goes on by itself then.",
            (await spotify.Services.GetRequiredService<SpotifyAccounts>().StateAsync(userId, Stop)).Blocked);
    }

    /// <summary>A person with an account that no other test has.</summary>
    private static FakePerson Renamed(SpotifyFixture spotify, int index)
    {
        spotify.World.People[index].AccountId = "account" + Guid.NewGuid().ToString("N");
        return spotify.World.People[index];
    }
}
