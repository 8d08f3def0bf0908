using System.Diagnostics;
using System.Globalization;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>
/// The running server as it describes itself in <c>postmaster.pid</c>, line by line: process, data directory, start
/// time, port, socket directory, address, shared memory key, status.
/// </summary>
/// <param name="Pid">Of the server's main process.</param>
/// <param name="Port">Also part of the socket's name.</param>
/// <param name="SocketDirectory">Empty when it listens on an address only.</param>
/// <param name="Status"><c>starting</c>, <c>ready</c> or <c>stopping</c>; empty in the first moments.</param>
internal sealed record Postmaster(int Pid, int Port, string SocketDirectory, string Status)
{
    /// <summary>Null when there is no such file, or none that makes sense.</summary>
    public static async Task<Postmaster?> ReadAsync(string dataDirectory, CancellationToken ct)
    {
        try
        {
            var lines = await File.ReadAllLinesAsync(PidFile(dataDirectory), ct);
            string Line(int number) => lines.Length >= number ? lines[number - 1].Trim() : "";
            // A server in single-user mode writes its number negative.
            return int.TryParse(Line(1), CultureInfo.InvariantCulture, out var pid)
                ? new(Math.Abs(pid), int.TryParse(Line(4), CultureInfo.InvariantCulture, out var port) ? port : 0, Line(5), Line(8))
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The server's own lock file, in its data directory.</summary>
    public static string PidFile(string dataDirectory) => Path.Combine(dataDirectory, "postmaster.pid");

    /// <summary>
    /// Whether the process is alive and the server of this data directory: after a crash the number may belong to any
    /// other program, or to the server of another cluster.
    /// </summary>
    public async Task<bool> RunsAsync(string dataDirectory, CancellationToken ct)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var process = Process.GetProcessById(Pid);
                return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
            }

            // Readable for everybody, and empty when the process is dead and nobody has asked for its exit code.
            var command = (await File.ReadAllTextAsync($"/proc/{Pid}/cmdline", ct)).Split('\0');
            return Path.GetFileName(command[0]) is "postgres" or "postmaster" && command.Contains(dataDirectory, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
