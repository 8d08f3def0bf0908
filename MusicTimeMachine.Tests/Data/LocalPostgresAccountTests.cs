using MusicTimeMachine.Data.Embedded;
using Npgsql;
using static MusicTimeMachine.Tests.Data.ThrowAwayCluster;

namespace MusicTimeMachine.Tests.Data;

/// <summary>Root, which PostgreSQL does not run as, and ordinary users.</summary>
public sealed class LocalPostgresAccountTests
{
    private static readonly string[] AsNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];

    [Fact]
    public async Task Start_AsRoot_RunsTheServerAsAnotherAccount()
    {
        SkipUnlessRoot();
        await using var cluster = new ThrowAwayCluster();
        await using var postgres = await cluster.StartAsync();
        var account = await PostgresAccount.FindAsync(TestContext.Current.CancellationToken);

        Assert.Contains(account.Name, new[] { "postgres", "nobody" });
        Assert.Equal(account.Name, await RunAsync("stat", "-c", "%U", $"/proc/{await cluster.RunningAsync()}"));
        Assert.Equal(account.Name, await RunAsync("stat", "-c", "%U", cluster.Data));
    }

    [Fact]
    public async Task Start_AsRootInADirectoryClosedToOthers_OpensIt()
    {
        SkipUnlessRoot();
        await using var cluster = new ThrowAwayCluster("closed");
        Directory.CreateDirectory(cluster.DataDirectory);
        await RunAsync("chmod", "700", cluster.DataDirectory);
        await using var postgres = await cluster.StartAsync();

        Assert.Equal("711", ModeOf(cluster.DataDirectory));
    }

    [Fact]
    public async Task Start_AsRootBelowAClosedDirectory_SaysWhereToGo()
    {
        SkipUnlessRoot();
        await using var cluster = new ThrowAwayCluster("home/data");
        Directory.CreateDirectory(cluster.DataDirectory);
        await RunAsync("chmod", "700", Path.GetDirectoryName(cluster.DataDirectory)!);
        var account = await PostgresAccount.FindAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => cluster.StartAsync());
        Assert.Equal(
            $"PostgreSQL does not run as root but as the account {account.Name}, and this account cannot enter {cluster.DataDirectory}. " +
            "Set DataDirectory to a directory that it can reach, for example /var/lib/music-time-machine.",
            refused.Message);
    }

    [Fact]
    public async Task Start_AsRootWithProgramsBelowAClosedDirectory_RunsACopy()
    {
        SkipUnlessRoot();
        var unpacked = (await PostgresSearchTests.InstalledAsync()).Find(b => b.Directory.Contains("/.local/", StringComparison.Ordinal));
        if (unpacked is null)
            Assert.Skip("Only the unpacked PostgreSQL can be moved, and .local/postgresql is not there.");
        await using var cluster = new ThrowAwayCluster();
        await using var home = new ThrowAwayCluster("closed");
        Directory.CreateDirectory(home.DataDirectory);
        await RunAsync("cp", "-R", "-P", Path.GetDirectoryName(unpacked.Directory)!, Path.Combine(home.DataDirectory, "postgresql"));
        await RunAsync("chmod", "700", home.DataDirectory);
        var options = cluster.Options with { BinDirectory = Path.Combine(home.DataDirectory, "postgresql", "bin") };

        await using (var first = await cluster.StartAsync(options))
            Assert.Equal(1, await AskAsync<int>(first.ConnectionString, "SELECT 1"));
        await using var second = await cluster.StartAsync(options);
        Assert.Equal(
            Path.Combine(cluster.DataDirectory, "postgres", "binaries", unpacked.Version, "bin", "postgres"),
            await RunAsync("readlink", $"/proc/{await cluster.RunningAsync()}/exe"));
    }

    [Fact]
    public async Task WaysToDropRoot_EachThatIsThere_BecomesTheAccountAndKeepsTheArguments()
    {
        SkipUnlessRoot();
        foreach (var way in PostgresAccount.WaysToDropRoot("nobody", "65534", "65534"))
            Assert.Equal("65534 -D $HOME a b", await RunAsync([.. way, "sh", "-c", "echo $(id -u) \"$@\"", "sh", "-D", "$HOME", "a b"]));
    }

    [Fact]
    public async Task Start_AsAnOrdinaryUser_NeedsNoRights()
    {
        await using var cluster = new ThrowAwayCluster("nobody");
        await using var process = await AsOrdinaryUserAsync(cluster);

        Assert.Equal(1, await AskAsync<int>(process.ConnectionString, "SELECT 1"));
        Assert.Equal("700", ModeOf(Path.Combine(cluster.DataDirectory, "postgres")));
        Assert.Equal(
            await RunAsync("stat", "-c", "%U", cluster.DataDirectory),
            await RunAsync("stat", "-c", "%U", $"/proc/{await cluster.RunningAsync()}"));
        Assert.Equal(0, await process.LeaveAsync());
        Assert.Null(await cluster.RunningAsync());
    }

    [Fact]
    public async Task Start_AsAnOrdinaryUserOnALongPath_ListensInATemporaryFolderOfItsOwn()
    {
        await using var cluster = new ThrowAwayCluster(new string('x', 100));
        await using var process = await AsOrdinaryUserAsync(cluster);
        var folder = new NpgsqlConnectionStringBuilder(process.ConnectionString).Host!;

        Assert.StartsWith("/tmp/music-time-machine-", folder, StringComparison.Ordinal);
        Assert.Equal("700", ModeOf(folder));
        Assert.Equal(0, await process.LeaveAsync());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Start_AsAnOrdinaryUserWhereItMayNotWrite_SaysSo()
    {
        SkipUnlessRoot();
        await using var cluster = new ThrowAwayCluster("closed");
        Directory.CreateDirectory(cluster.DataDirectory);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresProcess.StartAsync(cluster, AsNobody));
        Assert.Contains($"PostgreSQL cannot live in {cluster.DataDirectory}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Set DataDirectory to a directory that nobody may write to.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataDamaged_EndsWithTheServersLastWords()
    {
        await using var cluster = new ThrowAwayCluster();
        await (await cluster.StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(cluster.Data, "global", "pg_control"));

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => cluster.StartAsync());
        Assert.StartsWith(
            $"The embedded PostgreSQL did not start. The whole log is in {cluster.DataDirectory}/postgres/log. PostgreSQL said:\n", refused.Message, StringComparison.Ordinal);
        Assert.Contains("could not open file", refused.Message, StringComparison.Ordinal);
    }

    private static void SkipUnlessRoot() =>
        Assert.SkipUnless(!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess, "Only root can show this.");

    /// <summary>A second process; when the tests run as root it is an ordinary user's.</summary>
    private static async Task<PostgresProcess> AsOrdinaryUserAsync(ThrowAwayCluster cluster)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither of these accounts.");
        SkipWithoutPostgres();
        Directory.CreateDirectory(cluster.DataDirectory);
        if (!Environment.IsPrivilegedProcess)
            return await PostgresProcess.StartAsync(cluster);

        var reached = await ExternalProgram.RunAsync([.. AsNobody, "test", "-r", typeof(PostgresProcess).Assembly.Location], "/", TestContext.Current.CancellationToken);
        Assert.SkipUnless(reached.Succeeded, "The account nobody cannot read the tests' own files here.");
        await RunAsync("chown", "65534:65534", cluster.DataDirectory);
        return await PostgresProcess.StartAsync(cluster, AsNobody);
    }
}
