using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>What every call of the Web API has to pass: a token that lives, the allow-list, Premium, the limits, the scope.</summary>
internal static class ApiGate
{
    private static readonly object GrantKey = new();

    public static async ValueTask<object?> PassAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var world = World(http);
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)) return Answers.Error(401, "No token provided");
        if (world.Grants.FindAccess(header["Bearer ".Length..]) is not { } grant) return Answers.Error(401, "The access token expired");
        var app = world.FindApp(grant.ClientId)!;
        if (!app.OwnerHasPremium)
            return Answers.Error(403, "Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours.");
        if (!app.AllowList.Contains(grant.PersonId)) return Answers.Error(403, "Check settings on developer.spotify.com/dashboard, the user may not be registered.");
        if (app.Meter.Full(world.Now, app.CallsPerDay, TimeSpan.FromDays(1)) is { } untilTomorrow)
        {
            await FaultGate.QuotaAsync(http, untilTomorrow);
            return Results.Empty;
        }

        if (app.Meter.Full(world.Now, app.CallsPerWindow, TimeSpan.FromSeconds(30)) is { } untilLater)
        {
            FaultGate.Limit(http, untilLater);
            return Answers.Error(429, "API rate limit exceeded");
        }

        app.Meter.Add(world.Now);
        var needed = http.GetEndpoint()!.Metadata.GetMetadata<NeedsScope>();
        if (needed is not null && !needed.AnyOf.Any(grant.Scopes.Contains)) return Answers.Error(403, "Insufficient client scope");
        http.Items[GrantKey] = grant;
        return await next(context);
    }

    public static FakeWorld World(HttpContext http) => http.RequestServices.GetRequiredService<FakeWorld>();

    public static FakePerson Person(HttpContext http) => World(http).FindPerson(((FakeGrant)http.Items[GrantKey]!).PersonId)!;
}

/// <summary>The scopes of which a call needs one.</summary>
internal sealed record NeedsScope(params string[] AnyOf);
