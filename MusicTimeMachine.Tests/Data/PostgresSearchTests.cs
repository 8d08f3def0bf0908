using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data.Embedded;
using static MusicTimeMachine.Tests.Data.ThrowAwayCluster;

namespace MusicTimeMachine.Tests.Data;

/// <summary>Which PostgreSQL is taken, and what somebody without one is told.</summary>
public sealed class PostgresSearchTests
{
    public static TheoryData<string> Sources => ["distribution", "unpacked"];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Start_EachSource_MakesTheSameDatabase(string source)
    {
        var installed = await InstalledAsync();
        var found = installed.Find(b => b.Directory.Contains("/.local/", StringComparison.Ordinal) == (source == "unpacked"));
        if (found is null)
            Assert.Skip($"There is no PostgreSQL of the kind '{source}' on this machine.");

        await using var cluster = new ThrowAwayCluster();
        await using var postgres = await cluster.StartAsync(cluster.Options with { BinDirectory = found.Directory });
        Assert.Equal(
            $"{found.Major} C C.UTF-8 CaRtE ÉTÉ AC/DC,Zebra,ac/dc,zebra,Éclair",
            await AskAsync<string>(postgres.ConnectionString, """
                SELECT concat_ws(' ', current_setting('server_version_num')::int / 10000, datcollate, datctype, 'CaRtE', upper('été'),
                    (SELECT string_agg(w, ',' ORDER BY w) FROM unnest(ARRAY['zebra', 'ac/dc', 'Éclair', 'Zebra', 'AC/DC']) w))
                FROM pg_database WHERE datname = current_database()
                """));
        Assert.Equal(
            "btree_gin, citext, cube, pg_trgm, unaccent",
            await AskAsync<string>(postgres.ConnectionString, """
                SELECT string_agg(name, ', ' ORDER BY name) FROM pg_available_extensions
                WHERE name IN ('pg_trgm', 'unaccent', 'cube', 'btree_gin', 'citext')
                """));
    }

    [Fact]
    public async Task Start_NothingInstalled_NamesTheWaysOut()
    {
        await using var cluster = new ThrowAwayCluster();
        Assert.Equal(
            "Music Time Machine keeps its data in PostgreSQL, and no PostgreSQL 15 or newer was found on this machine. Any one of these helps: " +
            "install it (on Debian and Ubuntu: apt-get install postgresql); " +
            "or run scripts/get-postgres.sh, which unpacks a copy for this app alone and needs no administrator; " +
            "or set Database:BinariesDirectory to the folder that holds postgres, initdb and pg_ctl; " +
            "or set ConnectionStrings:MusicTimeMachine to the connection string of a server that is already running.",
            await RefusalAsync(cluster.Options with { Places = [cluster.DataDirectory] }));
    }

    [Fact]
    public async Task Start_OnlyAnOldOneInstalled_SaysWhichAndNamesTheWaysOut()
    {
        await using var cluster = new ThrowAwayCluster();
        var old = await PretendedAsync(cluster, "old", "9.6.24");
        Assert.StartsWith(
            $"Music Time Machine keeps its data in PostgreSQL, and no PostgreSQL 15 or newer was found on this machine (only 9.6 in {old}). Any one of these helps: ",
            await RefusalAsync(cluster.Options with { Places = [old] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ConfiguredFolderHoldsNoServer_NamesTheSetting()
    {
        await using var cluster = new ThrowAwayCluster();
        Assert.Equal(
            $"Database:BinariesDirectory names {cluster.DataDirectory}, which does not hold programs postgres, initdb and pg_ctl that run here. " +
            "Name the bin folder of a PostgreSQL installation, or leave the setting empty to have one searched for.",
            await RefusalAsync(cluster.Options with { BinDirectory = cluster.DataDirectory }));
    }

    [Fact]
    public async Task Start_ClusterOfAnotherMajor_SaysWhatItNeeds()
    {
        await using var cluster = new ThrowAwayCluster();
        var other = await PretendedAsync(cluster, "other", "17.2");
        Directory.CreateDirectory(cluster.Data);
        await File.WriteAllTextAsync(Path.Combine(cluster.Data, "PG_VERSION"), "16\n", TestContext.Current.CancellationToken);

        Assert.Equal(
            $"The database in {cluster.Data} was made by PostgreSQL 16, which only PostgreSQL 16 can read, and there is only 17.2 in {other}. " +
            "Install PostgreSQL 16, or set Database:BinariesDirectory to the folder of its programs, or choose another DataDirectory to begin anew.",
            await RefusalAsync(cluster.Options with { Places = [other] }));
    }

    [Fact]
    public async Task Find_ClusterOfAnOlderMajor_TakesThatBeforeTheNewest()
    {
        await using var cluster = new ThrowAwayCluster();
        var newest = await PretendedAsync(cluster, "18", "18.1");
        var older = await PretendedAsync(cluster, "16", "16.9 (Debian 16.9-1)");
        var options = cluster.Options with { Places = [newest, older] };

        Assert.Equal(
            [new(newest, "18.1"), new(older, "16.9")],
            new[]
            {
                await PostgresSearch.FindAsync(options, null, cluster.Data, TestContext.Current.CancellationToken),
                await PostgresSearch.FindAsync(options, 16, cluster.Data, TestContext.Current.CancellationToken),
            });
    }

    [Fact]
    public async Task Versions_OneAndTwoDigits_AreOrderedAsNumbers()
    {
        await using var cluster = new ThrowAwayCluster();
        foreach (var version in new[] { "9.6", "17", "15", "100" })
            Directory.CreateDirectory(Path.Combine(cluster.DataDirectory, "PostgreSQL", version));

        Assert.Equal(
            new[] { "100", "17", "15", "9.6" }.Select(v => Path.Combine(cluster.DataDirectory, "PostgreSQL", v, "bin")),
            PostgresSearch.Versions(cluster.DataDirectory, "PostgreSQL/*", "bin"));
    }

    /// <summary>All that the usual places hold.</summary>
    internal static async Task<List<PostgresBinaries>> InstalledAsync()
    {
        var found = new List<PostgresBinaries>();
        foreach (var place in PostgresSearch.Places())
        {
            if (await PostgresBinaries.InAsync(place, TestContext.Current.CancellationToken) is { } binaries && binaries.Major >= PostgresSearch.OldestMajor)
                found.Add(binaries);
        }

        return found;
    }

    /// <summary>A folder of programs that tell a version and do nothing else.</summary>
    private static async Task<string> PretendedAsync(ThrowAwayCluster cluster, string name, string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The pretended programs are shell scripts.");
        var folder = Directory.CreateDirectory(Path.Combine(cluster.DataDirectory, name)).FullName;
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            var path = Path.Combine(folder, program);
            await File.WriteAllTextAsync(path, $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n", TestContext.Current.CancellationToken);
            await RunAsync("chmod", "755", path);
        }

        return folder;
    }

    private static async Task<string> RefusalAsync(LocalPostgresOptions options) =>
        (await Assert.ThrowsAsync<LocalPostgresException>(
            () => LocalPostgres.StartAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken))).Message;
}
