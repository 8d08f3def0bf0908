namespace MusicTimeMachine.Hosting;

/// <summary>Refuses requests under names that are not the server's; see <see cref="HostNames"/>.</summary>
internal static class HostFilter
{
    public static void UseHostFilter(this WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<HostNames>();
        app.Use(async (context, next) =>
        {
            if (hosts.Allow(context.Request.Host))
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(
                !context.Request.Host.HasValue ? "The request names no host. Send the header Host, as browsers do.\n"
                : $"Music Time Machine does not answer under the name \"{context.Request.Host.Host}\". "
                + $"If this is the name of your server, add it to the setting {HostNames.Key}, in appsettings.json or as an environment variable, and start again.\n",
                context.RequestAborted);
        });
    }
}
