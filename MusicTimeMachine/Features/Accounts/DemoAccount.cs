using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Demo;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>The account of the demo library: a member without a password, in whose name anybody may look around.</summary>
public sealed class DemoAccount(IDbContextFactory<MusicContext> contexts, DemoSettings settings, TimeProvider clock)
{
    /// <summary>Whether newcomers may look around.</summary>
    public bool IsOpen => settings.Enabled;

    /// <summary>The demo's account, which is made when it is not there; its listening is not made here.</summary>
    public async Task<Guid> EnsureAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AccountsLock.TakeAsync(context, cancellationToken);
        if (await context.Users.SingleOrDefaultAsync(user => user.Demo, cancellationToken) is { } there) return there.Id;

        var name = "demo";
        for (var n = 2; await context.NamedAsync(name, cancellationToken) is not null; n++) name = $"demo {n}";
        var demo = new User
        {
            Name = name,
            DisplayName = "Demo listener",
            TimeZone = await TimeZones.CurrentAsync(context, TimeZones.Server, cancellationToken) ?? TimeZones.Utc,
            SecurityStamp = Registration.NewStamp(),
            Demo = true,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Users.Add(demo);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return demo.Id;
    }
}
