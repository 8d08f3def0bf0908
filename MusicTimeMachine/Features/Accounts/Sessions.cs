using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>
/// Signs people in and out, and knows whether their sessions still hold. What it read it believes for ten seconds: that is
/// how long another instance on the same database may take to notice that a session has ended. This one notices at once,
/// unless a request of the session is just being read.
/// </summary>
public sealed class Sessions(IDbContextFactory<MusicContext> contexts, AccountSettings settings, TimeProvider clock)
{
    /// <summary>How old what is believed may be.</summary>
    internal static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan VisitIsNoted = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (SignedIn Person, DateTimeOffset At)> _believed = new();

    private DateTimeOffset Expired => clock.GetUtcNow().AddDays(-settings.SessionDays);

    /// <summary>Begins a session for a person whose identity is proven, in place of the one that the browser had.</summary>
    /// <returns>False when the account was disabled or removed meanwhile.</returns>
    public async Task<bool> SignInAsync(HttpContext http, Guid userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        await EndAsync(SignedIn.SessionOf(http.User), cancellationToken);
        if (await BeginAsync(userId, cancellationToken) is not { } person) return false;
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            person.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme),
            new AuthenticationProperties { IsPersistent = true });
        return true;
    }

    /// <summary>Ends the session of this browser, for copies of its cookie too.</summary>
    public async Task SignOutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        await EndAsync(SignedIn.SessionOf(http.User), cancellationToken);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>In how many other browsers the person is signed in.</summary>
    public async Task<int> CountOthersAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var (userId, own, expired) = (person.UserId(), SignedIn.SessionOf(person), Expired);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.CountAsync(session => session.UserId == userId && session.Id != own && session.SeenAt > expired, cancellationToken);
    }

    /// <summary>Ends the sessions of the person in all other browsers.</summary>
    public async Task EndOthersAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var (userId, own) = (person.UserId(), SignedIn.SessionOf(person));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Sessions.Where(session => session.UserId == userId && session.Id != own).ExecuteDeleteAsync(cancellationToken);
        Forget(userId);
    }

    /// <summary>Forgets what is believed of a person; call it after every change to the account.</summary>
    public void Forget(Guid userId)
    {
        foreach (var (sessionId, (person, _)) in _believed)
        {
            if (person.UserId == userId) _believed.TryRemove(sessionId, out _);
        }
    }

    /// <summary>What is known of the person of a session; null when it has ended, or the account is gone or disabled.</summary>
    internal async Task<SignedIn?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SignedIn.SessionOf(principal) is { } sessionId && _believed.TryGetValue(sessionId, out var known) && clock.GetUtcNow() - known.At < Trust
            ? known.Person
            : await ReadAsync(principal, cancellationToken);

    /// <summary>The same, from the database.</summary>
    internal async Task<SignedIn?> ReadAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SignedIn.SessionOf(principal) is { } sessionId ? await ReadAsync(sessionId, cancellationToken) : null;

    /// <summary>What is known of a person for whom a program speaks; null when there is no such account or it is disabled.</summary>
    internal async Task<SignedIn?> ReadProgramAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.Where(user => user.Id == userId && !user.Disabled)
            .Select(user => new SignedIn(null, user.Id, user.Name, user.DisplayName, user.Role, user.Demo)).SingleOrDefaultAsync(cancellationToken);
    }

    internal async Task<SignedIn?> BeginAsync(Guid userId, CancellationToken cancellationToken)
    {
        var (now, expired) = (clock.GetUtcNow(), Expired);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Sessions.Where(session => session.SeenAt <= expired).ExecuteDeleteAsync(cancellationToken);
        var begun = await context.Database.SqlQuery<Guid>(
            $"""
             insert into sessions (user_id, created_at, seen_at) select id, {now}, {now} from users where id = {userId} and not disabled
             returning id as "Value"
             """).ToListAsync(cancellationToken);
        return begun is [var sessionId] ? await ReadAsync(sessionId, cancellationToken) : null;
    }

    private async Task<SignedIn?> ReadAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var (now, expired) = (clock.GetUtcNow(), Expired);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from session in context.Sessions
            join user in context.Users on session.UserId equals user.Id
            where session.Id == sessionId && session.SeenAt > expired && !user.Disabled
            select new { session.SeenAt, Person = new SignedIn(session.Id, user.Id, user.Name, user.DisplayName, user.Role, user.Demo) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not null && now - found.SeenAt >= VisitIsNoted)
            await context.Sessions.Where(session => session.Id == sessionId)
                .ExecuteUpdateAsync(session => session.SetProperty(changed => changed.SeenAt, now), cancellationToken);
        Believe(sessionId, found?.Person, now);
        return found?.Person;
    }

    private async Task EndAsync(Guid? sessionId, CancellationToken cancellationToken)
    {
        if (sessionId is not { } id) return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Sessions.Where(session => session.Id == id).ExecuteDeleteAsync(cancellationToken);
        _believed.TryRemove(id, out _);
    }

    private void Believe(Guid sessionId, SignedIn? person, DateTimeOffset now)
    {
        // Whoever was not here for so long is asked for anew anyway.
        foreach (var (other, (_, at)) in _believed)
        {
            if (now - at >= Trust) _believed.TryRemove(other, out _);
        }

        if (person is null) _believed.TryRemove(sessionId, out _);
        else _believed[sessionId] = (person, now);
    }
}
