using System.Collections.Concurrent;

namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>What a person allowed an app.</summary>
/// <param name="ClientId">The app.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Scopes">What for.</param>
/// <param name="AuthorizedAt">When: six months from then the refresh token ends.</param>
internal sealed record FakeGrant(string ClientId, string PersonId, IReadOnlySet<string> Scopes, DateTimeOffset AuthorizedAt);

/// <summary>A code that an app can change for tokens, once and within ten minutes.</summary>
internal sealed record FakeCode(FakeGrant Grant, string RedirectAddress, string? Challenge);

/// <summary>A token that calls carry, and the end of its hour.</summary>
internal sealed record FakeAccess(FakeGrant Grant, DateTimeOffset Ends);

/// <summary>The codes and tokens that were given out.</summary>
public sealed class FakeGrants(TimeProvider clock)
{
    internal static readonly TimeSpan AccessLasts = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, FakeCode> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeAccess> _access = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeGrant> _refresh = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _everything = [];

    /// <summary>Every code and token that was ever given out.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _everything];

    /// <summary>Makes all access tokens worth nothing, as if their hour were over.</summary>
    public void EndAccess() => _access.Clear();

    /// <summary>Makes all refresh tokens worth nothing, as if everybody had removed the app.</summary>
    public void Revoke() => _refresh.Clear();

    /// <summary>Makes a refresh token as if the person had gone through the sign-in just now.</summary>
    public string Authorize(string clientId, string personId, params IEnumerable<string> scopes) =>
        Refresh(new FakeGrant(clientId, personId, scopes.ToHashSet(StringComparer.Ordinal), clock.GetUtcNow()));

    /// <summary>Makes an access token for a person.</summary>
    public string Access(string clientId, string personId, params IEnumerable<string> scopes) =>
        Access(new FakeGrant(clientId, personId, scopes.ToHashSet(StringComparer.Ordinal), clock.GetUtcNow()));

    internal string Code(FakeCode code) => Keep(_codes, code);

    internal FakeCode? TakeCode(string? code) =>
        code is not null && _codes.TryRemove(code, out var found) && clock.GetUtcNow() - found.Grant.AuthorizedAt < TimeSpan.FromMinutes(10) ? found : null;

    internal string Access(FakeGrant grant) => Keep(_access, new FakeAccess(grant, clock.GetUtcNow() + AccessLasts));

    internal FakeGrant? FindAccess(string? token) =>
        token is not null && _access.TryGetValue(token, out var found) && found.Ends > clock.GetUtcNow() ? found.Grant : null;

    internal string Refresh(FakeGrant grant) => Keep(_refresh, grant);

    internal FakeGrant? FindRefresh(string? token) => token is not null && _refresh.TryGetValue(token, out var found) ? found : null;

    internal bool EndRefresh(string token) => _refresh.TryRemove(token, out _);

    internal bool IsOver(FakeGrant grant) => clock.GetUtcNow() >= grant.AuthorizedAt.AddMonths(6);

    private string Keep<T>(ConcurrentDictionary<string, T> place, T value)
    {
        var secret = FakeIds.Secret();
        place[secret] = value;
        _everything.Add(secret);
        return secret;
    }
}
