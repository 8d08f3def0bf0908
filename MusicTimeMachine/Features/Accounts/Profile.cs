using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>What people set for themselves.</summary>
public sealed class Profile(IDbContextFactory<MusicContext> contexts, Sessions sessions, PasswordCheck check, Passwords passwords)
{
    /// <summary>The longest threshold, in seconds.</summary>
    public const int LongestCountedFromSeconds = 600;

    /// <summary>What a person has set; null when the account is gone.</summary>
    public async Task<ProfileForm?> FindAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.Where(user => user.Id == userId)
            .Select(user => new ProfileForm { DisplayName = user.DisplayName, TimeZone = user.TimeZone, CountedFromSeconds = user.CountedFromMs / 1000 })
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Stores what a person has set. Another time zone moves plays to other days, and another threshold makes other plays
    /// count: both compute the person's totals anew, in the same transaction.
    /// </summary>
    /// <returns>What is wrong; empty when it is stored.</returns>
    public async Task<IReadOnlyList<Refusal>> SaveAsync(Guid userId, ProfileForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var displayName = AccountNames.Clean(form.DisplayName);
        var timeZone = await TimeZones.CurrentAsync(context, form.TimeZone, cancellationToken);
        List<Refusal> refusals = [];
        if (AccountNames.Refuse(displayName, 100, "The display name") is { } problem) refusals.Add(new("DisplayName", problem));
        if (timeZone is null) refusals.Add(new("TimeZone", "This time zone is not known. Choose one from the list."));
        if (form.CountedFromSeconds is not (>= 0 and <= LongestCountedFromSeconds)) refusals.Add(new("CountedFromSeconds", $"Give a number of seconds between 0 and {LongestCountedFromSeconds}."));
        if (refusals.Count > 0) return refusals;

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var user = await context.Users.FromSql($"select * from users where id = {userId} for no key update").AsAsyncEnumerable().SingleAsync(cancellationToken);
        var countedFromMs = form.CountedFromSeconds * 1000;
        var recount = user.TimeZone != timeZone || user.CountedFromMs != countedFromMs;
        (user.DisplayName, user.TimeZone, user.CountedFromMs) = (displayName, timeZone!, countedFromMs);
        await context.SaveChangesAsync(cancellationToken);
        if (recount) await Rollups.RebuildAsync(context, userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget(userId);
        return [];
    }

    /// <summary>Whether the person has a password; who came through Spotify has none at first.</summary>
    public async Task<bool> HasPasswordAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AnyAsync(user => user.Id == userId && user.PasswordHash != null, cancellationToken);
    }

    /// <summary>Changes a password, or sets the first one, which ends every session of the person; tokens of programs stay.</summary>
    /// <returns>What is wrong; empty when it is changed.</returns>
    public async Task<IReadOnlyList<Refusal>> ChangePasswordAsync(
        Guid userId, string? current, string? password, string? repeated, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await context.Users.Where(user => user.Id == userId).Select(user => new { user.Name, HasPassword = user.PasswordHash != null }).SingleAsync(cancellationToken);
        if (Passwords.Refuse(password, repeated, person.Name) is { } refusal) return [refusal];
        if (person.HasPassword && (await check.CheckAsync(person.Name, current, cancellationToken)).UserId is null) return [new("CurrentPassword", check.WrongCurrentSentence)];

        var hash = passwords.Hash(password!);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(user => user.SetProperty(changed => changed.PasswordHash, hash), cancellationToken);
        await context.Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget(userId);
        return [];
    }
}
