using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>What administrators do with accounts: see who is there, give and take rights, open registration.</summary>
public sealed class People(IDbContextFactory<MusicContext> contexts, Sessions sessions)
{
    private const int Shown = 200;

    /// <summary>The sentence that keeps a server from being without an administrator.</summary>
    public const string LastAdministrator = "This is the last administrator. Make somebody else administrator first.";

    private const string Gone = "This account does not exist any more.";

    /// <summary>The accounts in the order of their names, at most 200.</summary>
    public async Task<IReadOnlyList<PersonRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.OrderBy(user => user.Name).Take(Shown)
            .Select(user => new PersonRow(user.Id, user.Name, user.DisplayName, user.Role, user.Disabled, user.Demo, user.TimeZone, user.CreatedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Disables an account, which ends its sessions, or enables it again.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public Task<string?> SetDisabledAsync(Guid userId, bool disabled, CancellationToken cancellationToken) =>
        ChangeAsync(userId, user => user.Disabled = disabled, cancellationToken);

    /// <summary>Makes a person administrator or member.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public Task<string?> SetRoleAsync(Guid userId, UserRole role, CancellationToken cancellationToken) =>
        ChangeAsync(userId, user => user.Role = role, cancellationToken);

    /// <summary>Whether anybody who reaches the server may make an account.</summary>
    public async Task<bool> IsRegistrationOpenAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.InstanceSettings.AnyAsync(settings => settings.RegistrationOpen, cancellationToken);
    }

    /// <summary>Opens or closes registration.</summary>
    public async Task OpenRegistrationAsync(bool open, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.InstanceSettings.ExecuteUpdateAsync(settings => settings.SetProperty(changed => changed.RegistrationOpen, open), cancellationToken);
    }

    private async Task<string?> ChangeAsync(Guid userId, Action<User> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AccountsLock.TakeAsync(context, cancellationToken);
        if (await context.Users.SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is not { } person) return Gone;
        if (person.Demo) return "The demo library's account stays as it is.";
        change(person);
        var anotherRules = await context.Users.AnyAsync(user => user.Id != userId && user.Role == UserRole.Admin && !user.Disabled, cancellationToken);
        if (!anotherRules && (person.Disabled || person.Role != UserRole.Admin)) return LastAdministrator;
        await context.SaveChangesAsync(cancellationToken);
        if (person.Disabled) await context.Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget(userId);
        return null;
    }
}

/// <summary>An account in the administrator's list.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name to sign in with.</param>
/// <param name="DisplayName">The name that is shown.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Disabled">Whether the person may not sign in.</param>
/// <param name="Demo">Whether it is the demo library's account.</param>
/// <param name="TimeZone">The IANA id of the person's time zone.</param>
/// <param name="CreatedAt">When the account was made.</param>
public sealed record PersonRow(Guid Id, string Name, string DisplayName, UserRole Role, bool Disabled, bool Demo, string TimeZone, DateTimeOffset CreatedAt);
