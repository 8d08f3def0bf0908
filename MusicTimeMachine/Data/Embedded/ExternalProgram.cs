using System.ComponentModel;
using System.Diagnostics;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>How a program ended and what it said on both of its outputs.</summary>
internal sealed record ProgramResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs the server's command line tools.</summary>
internal static class ExternalProgram
{
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program to its end; 127 as a shell has it when there is no such program.</summary>
    public static async Task<ProgramResult> RunAsync(
        IReadOnlyList<string> command, string? workingDirectory, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Describe(command, workingDirectory) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new(127, e.Message);
        }

        process.StandardInput.Close();
        var outputs = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(CancellationToken.None),
            process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        // A server that was started may have inherited the pipes; it must not hold us up.
        await Task.WhenAny(outputs, Task.Delay(OutputGrace, ct));
        return new(process.ExitCode, outputs.IsCompletedSuccessfully ? string.Concat(await outputs).Trim() : "");
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> command, string? workingDirectory)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        // The caller's PGDATA, PGPORT and the like are meant for another server.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
