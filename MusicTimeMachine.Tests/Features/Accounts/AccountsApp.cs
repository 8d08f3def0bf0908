using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

/// <summary>The real application with an administrator called "ada", for the tests of a class.</summary>
public sealed class AccountsApp(TestCluster cluster) : IAsyncLifetime
{
    public const string Administrator = "ada";

    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync(cluster, ("Accounts:SignInsPerMinute", "1000"), ("Demo:Enabled", "true"));
        await AddAsync(Administrator, UserRole.Admin);
    }

    /// <summary>A browser without JavaScript; redirects are not followed.</summary>
    public FormClient Open() => new(App.CreateClient());

    /// <summary>Adds a person with <see cref="AccountsFixture.Password"/>.</summary>
    public async Task<Guid> AddAsync(string name, UserRole role = UserRole.Member) =>
        (await App.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted(name), role, TestContext.Current.CancellationToken)).UserId!.Value;

    /// <summary>A browser in which the person has signed in.</summary>
    public async Task<FormClient> SignInAsync(string name)
    {
        var browser = Open();
        var answer = await SendAsync(browser, name, AccountsFixture.Password);
        Assert.Equal("/", FormClient.TargetOf(answer));
        return browser;
    }

    /// <summary>Fills in the sign-in and sends it.</summary>
    public static Task<HttpResponseMessage> SendAsync(FormClient browser, string name, string password, string path = "/sign-in") =>
        browser.SendAsync(path, null, ("Credentials.Name", name), ("Credentials.Password", password));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
