using System.Globalization;
using System.Text.RegularExpressions;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>The programs of one PostgreSQL installation.</summary>
/// <param name="Directory">The folder that holds them.</param>
/// <param name="Version">As the server says it: <c>15.18</c>.</param>
internal sealed partial record PostgresBinaries(string Directory, string Version)
{
    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    /// <summary>The number that decides who can read whose data files.</summary>
    public int Major => int.Parse(Version.Split('.')[0], CultureInfo.InvariantCulture);

    /// <summary>The path of one program.</summary>
    public string this[string program] => ProgramPath(Directory, program);

    /// <summary>The installation in a folder, or null when it is none or does not run here.</summary>
    public static async Task<PostgresBinaries?> InAsync(string directory, CancellationToken ct)
    {
        if (!Needed.All(program => File.Exists(ProgramPath(directory, program))))
            return null;

        // Distributions link single programs into the search path; the neighbours are where the link leads.
        var server = new FileInfo(ProgramPath(directory, Needed[0]));
        var home = Path.GetDirectoryName(server.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? server.FullName)!;
        var said = await ExternalProgram.RunAsync([ProgramPath(home, Needed[0]), "--version"], null, ct);
        // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
        var version = said.Succeeded ? VersionNumber().Match(said.Output) : Match.Empty;
        return version.Success ? new(home, version.Groups["version"].Value) : null;
    }

    private static string ProgramPath(string directory, string program) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? program + ".exe" : program);

    [GeneratedRegex(@"\(PostgreSQL\) (?<version>\d+(\.\d+)?)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VersionNumber();
}
