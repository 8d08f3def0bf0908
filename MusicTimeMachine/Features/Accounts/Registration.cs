using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>
/// Makes accounts: the first administrator's, those of people who register or were invited, and those of the command line.
/// One is made at a time, so that who came first and whether a name is free is decided once.
/// </summary>
public sealed class Registration(IDbContextFactory<MusicContext> contexts, Passwords passwords, TimeProvider clock)
{
    private const string AlreadyThere = "Somebody else has just created the administrator's account. Sign in, or ask for an invitation.";
    private const string Closed = "Registration is closed. Ask an administrator for an invitation.";

    /// <summary>The sentence for an invitation that cannot be used, whatever the reason.</summary>
    public const string InvitationGone = "This invitation does not exist, has been used or has expired. Ask an administrator for a new one.";

    /// <summary>Makes the administrator's account, once: of several first visitors one gets it.</summary>
    public Task<AccountResult> CreateAdministratorAsync(NewAccount wanted, CancellationToken cancellationToken) =>
        AddAsync(wanted, async context => await context.Users.AnyAsync(user => !user.Demo, cancellationToken)
            ? new Admission(AlreadyThere)
            : new Admission(UserRole.Admin), cancellationToken);

    /// <summary>Makes a member's account while registration is open.</summary>
    public Task<AccountResult> RegisterAsync(NewAccount wanted, CancellationToken cancellationToken) =>
        AddAsync(wanted, async context => await context.InstanceSettings.AnyAsync(settings => settings.RegistrationOpen, cancellationToken)
            ? new Admission(UserRole.Member)
            : new Admission(Closed), cancellationToken);

    /// <summary>Makes the account that an invitation promises, and uses it up.</summary>
    public Task<AccountResult> AcceptAsync(string secret, NewAccount wanted, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow());
        return AddAsync(wanted, async context =>
        {
            var invitation = await context.Invitations.SingleOrDefaultAsync(
                invitation => invitation.Hash == hash && invitation.UsedAt == null && invitation.ExpiresAt > now, cancellationToken);
            if (invitation is null) return new Admission(InvitationGone);
            invitation.UsedAt = now; // Saved together with the account, or not at all.
            return new Admission(invitation.Role);
        }, cancellationToken);
    }

    /// <summary>Makes an account without asking who may: for the command line and for tests.</summary>
    public Task<AccountResult> AddAsync(NewAccount wanted, UserRole role, CancellationToken cancellationToken) =>
        AddAsync(wanted, _ => Task.FromResult(new Admission(role)), cancellationToken);

    private async Task<AccountResult> AddAsync(NewAccount wanted, Func<MusicContext, Task<Admission>> admit, CancellationToken cancellationToken)
    {
        var name = AccountNames.Clean(wanted.Name);
        var displayName = AccountNames.Clean(wanted.DisplayName) is { Length: > 0 } given ? given : name;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var timeZone = await TimeZones.CurrentAsync(context, string.IsNullOrWhiteSpace(wanted.TimeZone) ? TimeZones.Server : wanted.TimeZone, cancellationToken);
        if (Refusals(wanted, name, displayName, timeZone) is { Count: > 0 } refusals) return AccountResult.Not(refusals);

        var user = new User
        {
            Name = name,
            DisplayName = displayName,
            PasswordHash = passwords.Hash(wanted.Password!),
            TimeZone = timeZone!,
            CreatedAt = clock.GetUtcNow(),
        };
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AccountsLock.TakeAsync(context, cancellationToken);
        var admission = await admit(context);
        if (admission.Refusal is { } sentence) return AccountResult.Not(new Refusal("", sentence));
        if (await context.NamedAsync(name, cancellationToken) is not null) return AccountResult.Not(new Refusal("Name", "This name is taken. Choose another."));
        user.Role = admission.Role;
        context.Users.Add(user);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AccountResult.As(user.Id);
    }

    private static List<Refusal> Refusals(NewAccount wanted, string name, string displayName, string? timeZone)
    {
        List<Refusal> refusals = [];
        if (AccountNames.Refuse(name) is { } nameProblem) refusals.Add(new("Name", nameProblem));
        else if (AccountNames.Refuse(displayName, 100, "The display name") is { } displayProblem) refusals.Add(new("DisplayName", displayProblem));
        if (Passwords.Refuse(wanted.Password, wanted.RepeatedPassword, name) is { } passwordProblem) refusals.Add(passwordProblem);
        if (timeZone is null) refusals.Add(new("TimeZone", "This time zone is not known. Choose one such as Europe/Zurich or America/New_York."));
        return refusals;
    }

    private readonly record struct Admission(UserRole Role, string? Refusal)
    {
        public Admission(UserRole role) : this(role, null) { }

        public Admission(string refusal) : this(UserRole.Member, refusal) { }
    }
}
