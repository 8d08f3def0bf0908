using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using MusicTimeMachine.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Hosting.Doctor;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Registers accounts and how people and programs prove who they are.</summary>
internal static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<Registration>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<People>();
        services.AddSingleton<Profile>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<FirstVisit>();
        services.AddSingleton<DemoAccount>();
        services.AddSingleton<SpotifyArrival>();
        services.AddSingleton<SpotifyExamination>();
        services.AddSingleton<IExamination>(provider => provider.GetRequiredService<SpotifyExamination>());
        services.AddScoped<SpotifyEvents>();
        services.AddScoped<CurrentListener>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie()
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.Scheme, null)
            .AddOAuth<SpotifyOptions, SpotifyHandler>(SpotifyHandler.Scheme, _ => { });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<AccountSettings>(SessionCookie.Configure);
        services.AddOptions<SpotifyOptions>(SpotifyHandler.Scheme).Configure<SpotifySettings>(SpotifyOptions.Configure);
        services.AddAuthorization(Policies.Add);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy<string, SignInLimit>(SignInLimit.Name);
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "music-time-machine.antiforgery";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Maps what is no page: signing out, and looking around in the demo library, and the way to Spotify.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost(AccountPaths.SignOut, SignOutAsync).AddEndpointFilter(OwnFormsOnlyAsync).AllowAnonymous();
        app.MapPost(AccountPaths.Spotify, SpotifyEndpoints.BeginAsync).AddEndpointFilter(OwnFormsOnlyAsync).AllowAnonymous().RequireRateLimiting(SignInLimit.Name);
        app.MapPost(AccountPaths.LookAround, LookAroundAsync).AddEndpointFilter(OwnFormsOnlyAsync).AllowAnonymous().RequireRateLimiting(SignInLimit.Name);
    }

    private static async ValueTask<object?> OwnFormsOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.Text("This form is too old, or not from this server. Go back, load the page again and try once more.", statusCode: StatusCodes.Status400BadRequest);

    private static async Task<IResult> SignOutAsync(HttpContext http, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.SignOutAsync(http, cancellationToken);
        return Results.LocalRedirect(AccountPaths.SignIn);
    }

    private static async Task<IResult> LookAroundAsync(HttpContext http, DemoAccount demo, Sessions sessions, CancellationToken cancellationToken)
    {
        if (!demo.IsOpen) return Results.NotFound();
        var signedIn = await sessions.SignInAsync(http, await demo.EnsureAsync(cancellationToken), cancellationToken);
        return signedIn ? Results.LocalRedirect("/") : Results.NotFound();
    }
}
