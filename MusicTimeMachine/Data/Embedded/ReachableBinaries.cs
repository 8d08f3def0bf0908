namespace MusicTimeMachine.Data.Embedded;

/// <summary>Programs that the server's account can run.</summary>
internal static class ReachableBinaries
{
    /// <summary>
    /// The programs themselves, or, when they lie where the account cannot go (a home directory of mode 700), a copy
    /// of the whole installation in the cluster's folder, made once for each version.
    /// </summary>
    /// <exception cref="LocalPostgresException">The copy failed, or does not run.</exception>
    public static async Task<PostgresBinaries> EnsureAsync(
        PostgresBinaries found, ClusterFiles files, PostgresAccount account, CancellationToken ct)
    {
        if (await account.ReachesAsync(found["postgres"], ct))
            return found;

        var copy = Path.Combine(files.Binaries, found.Version);
        var reachable = found with { Directory = Path.Combine(copy, Path.GetFileName(found.Directory)) };
        if (!Directory.Exists(copy))
            await CopyAsync(Path.GetDirectoryName(found.Directory)!, copy, account, ct);
        return await account.ReachesAsync(reachable["postgres"], ct)
            ? reachable
            : throw new LocalPostgresException(
                $"PostgreSQL was found in {found.Directory}, where the account {account.Name} that it must run as cannot reach it, and the copy in {copy} does not run either. " +
                "Install PostgreSQL for all users (on Debian and Ubuntu: apt-get install postgresql).");
    }

    private static async Task CopyAsync(string installation, string copy, PostgresAccount account, CancellationToken ct)
    {
        // Under another name first: a copy that was interrupted is not taken for a whole one.
        var unfinished = copy + ".part";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        var copied = await ExternalProgram.RunAsync(["cp", "-R", "-P", "-p", installation, unfinished], "/", ct);
        if (!copied.Succeeded)
            throw new LocalPostgresException($"PostgreSQL could not be copied from {installation} to {copy}: {copied.Output}");
        Directory.Move(unfinished, copy);
        await account.OwnAsync(Path.GetDirectoryName(copy)!, ct);
    }
}
