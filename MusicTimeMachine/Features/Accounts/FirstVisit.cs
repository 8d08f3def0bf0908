using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Knows whether the server still waits for its first person.</summary>
public sealed class FirstVisit(IDbContextFactory<MusicContext> contexts)
{
    private volatile bool _over;

    /// <summary>Whether there is no account but the demo's. Once there is one it is not asked again.</summary>
    public async Task<bool> IsNowAsync(CancellationToken cancellationToken)
    {
        if (_over) return false;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !(_over = await context.Users.AnyAsync(user => !user.Demo, cancellationToken));
    }
}
