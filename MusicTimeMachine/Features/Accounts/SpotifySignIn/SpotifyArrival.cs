using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>Finds out who signs in with a Spotify account: who is connected with it, or somebody new where anybody may register.</summary>
internal sealed class SpotifyArrival(IDbContextFactory<MusicContext> contexts, SpotifyAccounts accounts, TimeProvider clock)
{
    /// <returns>Who it is, or why nobody.</returns>
    public async Task<(Guid? UserId, SpotifyOutcome? Refusal)> ArriveAsync(SpotifyGrant grant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await SpotifyAccounts.FindUserAsync(context, grant, cancellationToken);
        if (known is null)
        {
            var (userId, refusal) = await RegisterAsync(context, grant, cancellationToken);
            if (refusal is not null) return (null, refusal);
            known = userId;
        }

        await accounts.TakeOverAsync(known!.Value, grant, cancellationToken);
        return (known, null);
    }

    private async Task<(Guid? UserId, SpotifyOutcome? Refusal)> RegisterAsync(MusicContext context, SpotifyGrant grant, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AccountsLock.TakeAsync(context, cancellationToken);
        // The same person may have come in two windows.
        if (await SpotifyAccounts.FindUserAsync(context, grant, cancellationToken) is { } meanwhile) return (meanwhile, null);
        if (!await context.InstanceSettings.AnyAsync(settings => settings.RegistrationOpen, cancellationToken)) return (null, SpotifyOutcome.Closed);
        if (!grant.IsComplete) return (null, SpotifyOutcome.Incomplete);

        var displayName = AccountNames.Clean(grant.Profile.DisplayName) is { Length: > 0 } given && AccountNames.Refuse(given, 100, "The name") is null ? given : null;
        var name = await FreeNameAsync(context, displayName ?? grant.Profile.Id, cancellationToken);
        var user = new User
        {
            Name = name,
            DisplayName = displayName ?? name,
            TimeZone = await TimeZones.CurrentAsync(context, TimeZones.Server, cancellationToken) ?? TimeZones.Utc,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Users.Add(user);
        await context.SaveChangesAsync(cancellationToken);
        context.SpotifyAccounts.Add(accounts.Create(user.Id, grant));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (user.Id, null);
    }

    /// <summary>The wished name, with a number behind it while somebody has it.</summary>
    private static async Task<string> FreeNameAsync(MusicContext context, string wished, CancellationToken cancellationToken)
    {
        var name = AccountNames.Clean(wished) is var cleaned && AccountNames.Refuse(cleaned, 58, "The name") is null ? cleaned : "listener";
        for (var number = 2; ; number++)
        {
            var candidate = number == 2 ? name : $"{name} {number - 1}";
            if (await context.NamedAsync(candidate, cancellationToken) is null) return candidate;
        }
    }
}
