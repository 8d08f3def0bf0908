using System.Diagnostics;
using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>The real executable with a verb, as a process of its own.</summary>
internal sealed class CommandLineApp : IDisposable
{
    private readonly Process _process;

    private CommandLineApp(Process process) => _process = process;

    /// <summary>Starts it.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="args">The verb and what belongs to it.</param>
    public static CommandLineApp Start(string connectionString, params string[] args) => Start(connectionString, [], args);

    /// <summary>Starts it with other settings, or on a machine in another zone (<c>TZ</c>).</summary>
    public static CommandLineApp Start(string connectionString, Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MusicTimeMachineApp).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__MusicTimeMachine"] = connectionString;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new CommandLineApp(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string connectionString, params string[] args)
    {
        using var app = Start(connectionString, args);
        return await app.EndAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        _process.StandardInput.Close();
        var (output, error) = (_process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    /// <returns>False when it had ended by itself.</returns>
    public async Task<bool> KillAsync()
    {
        var running = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return running && _process.ExitCode != 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
