using MusicTimeMachine.Tests.Data;
using Xunit.Runner.InProc.SystemConsole;

namespace MusicTimeMachine.Tests;

/// <summary>Runs the tests, or a small program that a test starts as a second process.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args) => args is [PostgresProcess.Verb, .. var rest]
        ? await PostgresProcess.RunAsync(rest)
        : await ConsoleRunner.Run(args);
}
