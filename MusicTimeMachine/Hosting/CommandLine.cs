using System.CommandLine;
using MusicTimeMachine.Data.Embedded;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Hosting.Doctor;

namespace MusicTimeMachine.Hosting;

/// <summary>
/// The verbs of the executable; without one it serves. Every verb exits with 0 on success, and otherwise with 1 and one
/// clear line on standard error.
/// </summary>
internal static class CommandLine
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("Music Time Machine remembers everything you listened to. Without a verb it serves.")
        {
            ImportVerb.Create(),
            DoctorVerb.Create(),
            MigrateVerb.Create(),
            DemoVerb.Create(),
            UserVerb.Create(),
            TokenVerb.Create(),
        };

        // What is no verb is a setting, such as --Urls=http://127.0.0.1:8080.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => ServeAsync([.. parsed.UnmatchedTokens], cancellationToken));
        try
        {
            var parsed = root.Parse(args);
            if (parsed.CommandResult.Command != root && parsed.UnmatchedTokens.Count > 0)
                throw new VerbException($"\"{parsed.UnmatchedTokens[0]}\" is not known here. --help says what is.");
            if (parsed.Errors.Count > 0)
                throw new VerbException($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} --help says how it is used.");
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is SettingsException or VerbException or LocalPostgresException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 1;
        }
        catch (Npgsql.NpgsqlException exception)
        {
            var reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
            await Console.Error.WriteLineAsync($"The database did not answer: {reason}. If ConnectionStrings:MusicTimeMachine is set, check the address in it and the server that it names.");
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancellationToken)
    {
        if (settings.FirstOrDefault(token => !token.StartsWith('-')) is { } unknown)
            throw new VerbException($"\"{unknown}\" is no verb; --help lists them.");
        if (settings.FirstOrDefault(token => !Settings.IsSetting(token)) is { } mistyped)
            throw new VerbException($"\"{mistyped}\" is no setting. Settings are given as --Key=value, such as --Urls=http://127.0.0.1:8080; appsettings.json lists them.");
        await using var app = MusicTimeMachineApp.Build(settings);
        await app.RunAsync(cancellationToken);
        return Environment.ExitCode;
    }
}
