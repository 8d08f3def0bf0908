using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Demo;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>The account of the demo library: a member without a password, in whose name anybody may look around.</summary>
public sealed class DemoAccount(IDbContextFactory<MusicContext> contexts, DemoWriter writer, DemoSettings settings, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Whether newcomers may look around.</summary>
    public bool IsOpen => settings.Enabled;

    /// <summary>The demo's account. The first to ask for it waits some seconds while its library is written.</summary>
    public async Task<Guid> EnsureAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } there) return there;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(cancellationToken) is { } meanwhile) return meanwhile;
            var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), DemoOptions.Zurich).DateTime;
            // Who waits may go away; who comes next is glad of what was begun.
            return await writer.WriteAsync(new DemoLibrary(new DemoOptions(DateOnly.FromDateTime(today).AddDays(-1), DemoOptions.Zurich)), CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    /// <summary>The account when its library is filled.</summary>
    private async Task<Guid?> FindAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Users.Where(user => user.Demo && context.UserTracks.Any(track => track.UserId == user.Id))
            .Select(user => new { user.Id }).SingleOrDefaultAsync(cancellationToken);
        return found?.Id;
    }
}
