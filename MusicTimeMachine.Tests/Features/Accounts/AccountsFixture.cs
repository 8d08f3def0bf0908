using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

/// <summary>The services of accounts on the database of a test class, with a clock that the test moves.</summary>
public sealed class AccountsFixture
{
    public const string Password = "four words make one";

    private static readonly Passwords SharedPasswords = new();

    private readonly TestDatabase _database;

    public AccountsFixture(TestDatabase database)
    {
        _database = database;
        var settings = new AccountSettings();
        Check = new PasswordCheck(database, SharedPasswords, settings, Clock);
        Registration = new Registration(database, SharedPasswords, Clock);
        Invitations = new Invitations(database, settings, Clock);
        Sessions = new Sessions(database, settings, Clock);
        People = new People(database, Sessions);
        Profile = new Profile(database, Sessions, Check, SharedPasswords);
        Tokens = new ApiTokens(database, Clock);
    }

    public TestClock Clock { get; } = new();

    public PasswordCheck Check { get; }

    public Registration Registration { get; }

    public Invitations Invitations { get; }

    public Sessions Sessions { get; }

    public People People { get; }

    public Profile Profile { get; }

    public ApiTokens Tokens { get; }

    /// <summary>An entry of the form that is right.</summary>
    public static NewAccount Wanted(string name) =>
        new() { Name = name, Password = Password, RepeatedPassword = Password, TimeZone = "Europe/Zurich" };

    /// <summary>Adds a person with <see cref="Password"/>.</summary>
    /// <returns>The person's id.</returns>
    public async Task<Guid> AddAsync(string name, UserRole role = UserRole.Member) =>
        (await Registration.AddAsync(Wanted(name), role, TestContext.Current.CancellationToken)).UserId!.Value;

    /// <summary>Adds the demo's account without a library.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> AddDemoAsync()
    {
        var user = new User { Name = "demo", DisplayName = "Demo", TimeZone = "UTC", Demo = true };
        await using var context = _database.CreateDbContext();
        context.Users.Add(user);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return user.Id;
    }
}
