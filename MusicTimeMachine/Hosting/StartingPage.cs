using MusicTimeMachine.Data;

namespace MusicTimeMachine.Hosting;

/// <summary>Until the database is ready every page is a plain one that says so and asks again by itself.</summary>
internal static class StartingPage
{
    private const string Html =
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
          <meta http-equiv="refresh" content="1"><meta name="color-scheme" content="light dark">
          <title>Starting · Music Time Machine</title>
          <style>body { font: 1.125rem/1.6 system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0; text-align: center }</style>
        </head>
        <body><main><h1>Music Time Machine is starting</h1><p>The database is being prepared. This page looks again every second.</p></main></body>
        </html>
        """;

    public static void UseStartingPage(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<Database>();
        app.Use(async (context, next) =>
        {
            if (database.IsReady)
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "1";
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Html, context.RequestAborted);
        });
    }
}
