using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>
/// Compares a name and a password with what is stored, and locks the account after too many wrong ones. An attempt is
/// counted before the password is looked at, in one statement: however many come at once, no more than the allowed number
/// is compared. Unknown names, wrong passwords and locked accounts cost the same work and get the same answer.
/// </summary>
public sealed class PasswordCheck(IDbContextFactory<MusicContext> contexts, Passwords passwords, AccountSettings settings, TimeProvider clock)
{
    /// <summary>The one answer to everything that does not match.</summary>
    public string WrongSentence { get; } = $"This name and password do not match. {Lockout(settings)}";

    /// <summary>The answer to a wrong current password of somebody who is signed in.</summary>
    public string WrongCurrentSentence { get; } = $"This is not your current password. {Lockout(settings)}";

    /// <summary>The answer to the right password of an account that was disabled.</summary>
    public const string DisabledSentence = "This account is disabled. Ask an administrator of this server.";

    /// <summary>Checks a password.</summary>
    /// <returns>The person, or a refusal with a sentence.</returns>
    public async Task<AccountResult> CheckAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        // What cannot be a name or a password is looked up as nothing, which nobody has.
        name = AccountNames.Clean(name) is var cleaned && AccountNames.Refuse(cleaned) is null ? cleaned : "";
        password = password is { Length: <= Passwords.Longest } ? password : "";
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var attempt = await CountAsync(context, name, cancellationToken);
        var verdict = passwords.Verify(attempt?.PasswordHash, password);
        if (attempt is not { Allowed: true } || verdict == PasswordVerificationResult.Failed)
            return AccountResult.Not(new Refusal("", WrongSentence));

        var renewed = verdict == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(password) : null;
        // Only where the password is still the one that was compared: it may have been changed meanwhile.
        await context.Database.ExecuteSqlAsync(
            $"""
             update users set failed_sign_ins = 0, locked_until = null, password_hash = coalesce({renewed}, password_hash)
             where id = {attempt.Id} and password_hash = {attempt.PasswordHash}
             """, cancellationToken);
        return attempt.Disabled ? AccountResult.Not(new Refusal("", DisabledSentence)) : AccountResult.As(attempt.Id);
    }

    private static string Lockout(AccountSettings settings) =>
        $"After {settings.LockoutAttempts} wrong passwords in a row an account lets nobody in for {settings.LockoutMinutes} minutes, not even with the right one.";

    /// <summary>Counts one more attempt for the name; null when nobody has it.</summary>
    private async Task<Attempt?> CountAsync(MusicContext context, string name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lockedUntil = now.AddMinutes(settings.LockoutMinutes);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // A commit that waits for the disk would tell a known name from an unknown one, for which nothing is written.
        await context.Database.ExecuteSqlAsync($"set local synchronous_commit to off", cancellationToken);
        var attempts = await context.Database.SqlQuery<Attempt>(
            $"""
             update users set
                 failed_sign_ins = case when locked_until <= {now} then 1 else failed_sign_ins + 1 end,
                 locked_until = case when locked_until <= {now} then null
                                     when locked_until is null and failed_sign_ins + 1 >= {settings.LockoutAttempts} then {lockedUntil}
                                     else locked_until end
             where lower(name) = lower({name})
             returning id as "Id", password_hash as "PasswordHash", disabled as "Disabled", failed_sign_ins <= {settings.LockoutAttempts} as "Allowed"
             """).ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return attempts.SingleOrDefault();
    }

    private sealed record Attempt(Guid Id, string? PasswordHash, bool Disabled, bool Allowed);
}
