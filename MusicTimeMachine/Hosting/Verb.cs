using MusicTimeMachine.Data;

namespace MusicTimeMachine.Hosting;

/// <summary>What the verbs have in common: the application's services with a database that is ready, and no web server.</summary>
internal static class Verb
{
    /// <summary>Builds the application, prepares the database and runs the work with the services.</summary>
    /// <param name="work">The work; its result is the exit code.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) => BuildAsync(
        async (services, stopping) =>
        {
            await services.GetRequiredService<DatabaseStartup>().PrepareAsync(stopping);
            return await work(services, stopping);
        }, cancellationToken);

    /// <summary>Builds the application and runs the work with the services; whether there is a database, the work finds out.</summary>
    public static async Task<T> BuildAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        // Standard output belongs to the verb's own words, the log goes to standard error and only when something is wrong.
        await using var app = MusicTimeMachineApp.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
            builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning";
        });
        return await work(app.Services, cancellationToken);
    }
}
