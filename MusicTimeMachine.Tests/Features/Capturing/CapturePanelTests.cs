using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Capturing.Pages;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.Capturing;

public sealed class CapturePanelTests : PageTest, IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;

    public CapturePanelTests(TestDatabase database)
        : base(database)
    {
        _database = database;
        Services.AddSingleton<JobQueue>();
        Services.AddSingleton<ICapture>(new Named("spotify-plays", TimeSpan.FromMinutes(15)));
        Services.AddSingleton<ICapture>(new Named("spotify-likes", TimeSpan.FromDays(1)));
        Services.AddSingleton<CaptureSchedule>();
        Services.AddSingleton<CaptureGaps>();
    }

    [Fact]
    public async Task Captures_SayWhenTheyWereAndWillBe_AndWhatIsInTheWay()
    {
        var user = await AddAsync();
        await _database.ExecuteAsync(
            $"""
             insert into captures (user_id, kind, next_at, last_ok_at, error) values
                 ('{user.Id}', 'spotify-plays', '{Now.AddMinutes(9):O}', '{Now.AddMinutes(-5):O}', null),
                 ('{user.Id}', 'spotify-likes', '{Now.AddHours(20):O}', null, 'Spotify''s quota for this app is used up.');
             insert into capture_gaps (user_id, from_at, until_at, found_at) values
                 ('{user.Id}', '2026-02-01', '2026-02-02', now()), ('{user.Id}', '2026-02-03', '2026-02-04', now());
             """);
        var panel = Open<CapturePanel>(user, "/settings");

        panel.WaitForAssertion(
            () => Assert.Equal(["What you play Last 5 minutes ago; next in 9 minutes.Now", "Your liked songs tried again in 20 hours.Spotify's quota for this app is used up.Now"], Texts(panel, "li")), Patience);
        Assert.Equal(
            "Your history has 2 gaps, in which more may have been played than the fifty plays that Spotify keeps. Your extended streaming history closes them.",
            Texts(panel, ".notice")[0]);
    }

    [Fact]
    public async Task Now_Pressed_QueuesItOnce()
    {
        var user = await AddAsync();
        var panel = Open<CapturePanel>(user, "/settings");
        panel.WaitForAssertion(() => Assert.Equal(["What you play next in a moment.Now", "Your liked songs next in a moment.Now"], Texts(panel, "li")), Patience);

        await panel.InvokeAsync(() => panel.Find("button").Click());
        panel.WaitForAssertion(() => Assert.Equal("What you play begins in a moment …Now", Texts(panel, "li")[0]), Patience);
        Assert.True(panel.Find("button").HasAttribute("disabled"));
        await _database.ExecuteAsync($"update jobs set status = 'running', lease_owner = gen_random_uuid(), lease_until = now() where user_id = '{user.Id}'");
        await panel.InvokeAsync(() => panel.FindAll("button")[1].Click());
        panel.WaitForAssertion(() => Assert.Equal(["What you play is being read now …Now", "Your liked songs begins in a moment …Now"], Texts(panel, "li")), Patience);
        Assert.Equal(2L, await _database.ScalarAsync<long>($"select count(*) from jobs where user_id = '{user.Id}'"));
    }

    [Fact]
    public async Task Captures_OfWhoHasToConnectAgain_Wait()
    {
        var user = await AddAsync();
        Open<MusicTimeMachine.Features.Listening.Pages.Changes>(user, "/settings");
        var panel = Render<CapturePanel>(parameters => parameters.Add(panel => panel.Waits, true));

        panel.WaitForAssertion(() => Assert.Equal("What you play it goes on when you connect Spotify again.", Texts(panel, "li")[0]), Patience);
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public async Task Captures_WithoutDatabase_SaySoAndTryAgain()
    {
        var user = await AddAsync();
        Open<MusicTimeMachine.Features.Listening.Pages.Changes>(user, "/settings");
        Database.Refuses = true;
        var panel = Render<CapturePanel>();
        panel.WaitForElement(".failed, [role=alert]", Patience);

        Database.Refuses = false;
        await panel.InvokeAsync(() => panel.Find("button").Click());
        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("li").Count), Patience);
    }

    [Fact]
    public void Gap_IsSaidInTheDaysItNeeds()
    {
        var from = new DateTimeOffset(2026, 6, 3, 14, 10, 0, TimeSpan.FromHours(2));
        Assert.Equal("Between 3 June 14:10 and 18:42 more may have been played than Spotify keeps.", CaptureWords.Gap(from, from.AddMinutes(272)));
        Assert.Equal("Between 3 June 14:10 and 4 June 14:10 more may have been played than Spotify keeps.", CaptureWords.Gap(from, from.AddDays(1)));
        Assert.Equal("Between 3 June 2026 14:10 and 3 June 2027 14:10 more may have been played than Spotify keeps.", CaptureWords.Gap(from, from.AddYears(1)));
    }

    private async Task<User> AddAsync()
    {
        var user = await _database.AddUserAsync();
        await _database.ExecuteAsync(
            $$"""
             insert into spotify_accounts (user_id, account_id, spotify_id, refresh_token, access_token, access_ends_at, scopes, own_app, authorized_at, needs_reconnect)
             values ('{{user.Id}}', '{{user.Id}}', 'x', '', '', now(), '{}', false, now(), false)
             """);
        return user;
    }

    private sealed class Named(string kind, TimeSpan every) : ICapture
    {
        public string Kind => kind;

        public TimeSpan Every => every;

        public Task CaptureAsync(Guid userId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
