using System.Security.Cryptography;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>Makes a cluster where there is none.</summary>
internal static class NewCluster
{
    /// <summary>The cluster's superuser, which the app connects as.</summary>
    public const string User = "music_time_machine";

    /// <summary>
    /// Runs initdb beside the final place and moves the result there, so that a half-made cluster is never taken for
    /// a whole one. Text sorts by code point and letters are folded by Unicode, on every machine and with every
    /// build alike: an index made by one is right for all.
    /// </summary>
    /// <exception cref="LocalPostgresException">initdb failed; the message ends with its last words.</exception>
    public static async Task MakeAsync(
        LocalPostgresOptions options, ClusterFiles files, PostgresAccount account, PostgresBinaries binaries, CancellationToken ct)
    {
        foreach (var unfinished in Directory.GetDirectories(files.Home, "data.*"))
            Directory.Delete(unfinished, recursive: true);
        await WritePasswordAsync(files, account, ct);

        var made = await InitialiseAsync(LetterFolding());
        // A machine without the locale C.UTF-8 gets plain C.
        if (made.Result.Output.Contains("invalid locale name", StringComparison.Ordinal))
            made = await InitialiseAsync("C");
        if (!made.Result.Succeeded)
            throw ServerLog.Explain("The embedded PostgreSQL could not make its data directory.", made.Result.Output, files, account);

        await File.AppendAllTextAsync(Path.Combine(made.Directory, "postgresql.conf"), $"\ninclude_if_exists = '{ServerSettings.FileName}'\n", ct);
        Directory.Move(made.Directory, files.Data);

        async Task<(string Directory, ProgramResult Result)> InitialiseAsync(string letters)
        {
            // Each attempt has its own name: an initdb whose caller was killed may still be at work.
            var directory = $"{files.Data}.{Guid.NewGuid():N}";
            string[] command =
            [
                binaries["initdb"], "-D", directory, "--username", User, "--pwfile", files.Password,
                "--encoding", "UTF8", "--locale", "C", "--lc-ctype", letters, "--text-search-config", "simple",
                "--auth-local", "trust", "--auth-host", "scram-sha-256", options.Durable ? "--data-checksums" : "--no-sync",
            ];
            return (directory, await account.RunAsync(command, files.Home, ct));
        }
    }

    private static string LetterFolding() =>
        OperatingSystem.IsWindows() ? "C" : OperatingSystem.IsMacOS() ? "UTF-8" : "C.UTF-8";

    private static async Task WritePasswordAsync(ClusterFiles files, PostgresAccount account, CancellationToken ct)
    {
        var open = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new StreamWriter(files.Password, System.Text.Encoding.ASCII, open))
            await file.WriteLineAsync(RandomNumberGenerator.GetHexString(48, lowercase: true).AsMemory(), ct);
        await account.OwnAsync(files.Password, ct);
    }
}
