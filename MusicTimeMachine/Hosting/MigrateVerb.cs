using System.CommandLine;

namespace MusicTimeMachine.Hosting;

/// <summary><c>migrate</c>: brings the database up to date and ends.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Bring the database up to date.");
        verb.SetAction((_, cancellationToken) => Verb.RunAsync(async (_, _) =>
        {
            await Console.Out.WriteLineAsync("The database is up to date.");
            return 0;
        }, cancellationToken));
        return verb;
    }
}
