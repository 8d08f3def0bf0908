using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Looks at each request whether the session in the cookie still holds, and renews what it says of the person.</summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public static void Configure(CookieAuthenticationOptions cookie, AccountSettings settings)
    {
        cookie.EventsType = typeof(SessionCookie);
        cookie.Cookie.Name = "music-time-machine";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // Behind a proxy that speaks HTTPS too: the forwarded scheme counts.
        cookie.ExpireTimeSpan = TimeSpan.FromDays(settings.SessionDays);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = AccountPaths.SignIn;
        cookie.LogoutPath = AccountPaths.SignOut;
        cookie.AccessDeniedPath = AccountPaths.Denied;
        cookie.ReturnUrlParameter = "returnUrl";
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        SignedIn? person;
        try
        {
            person = await sessions.FindAsync(context.Principal!, context.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null && DatabaseOutage.Is(exception))
        {
            context.RejectPrincipal(); // The page that says so is for everybody; the cookie stays.
            return;
        }

        if (person is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        else if (!person.Describes(context.Principal!))
        {
            context.ReplacePrincipal(person.ToPrincipal(context.Scheme.Name));
            context.ShouldRenew = true;
        }
    }
}
