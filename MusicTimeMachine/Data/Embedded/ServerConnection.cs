using System.Globalization;
using Npgsql;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>How to reach a running server of ours.</summary>
internal static class ServerConnection
{
    /// <summary>
    /// To the database <c>postgres</c>, as the cluster's superuser. The running server says where it listens: it may
    /// have been started by a process with other settings.
    /// </summary>
    public static async Task<NpgsqlConnectionStringBuilder> DescribeAsync(
        Postmaster server, ClusterFiles files, int maxConnections, CancellationToken ct)
    {
        var overSocket = server.SocketDirectory.Length > 0;
        return new()
        {
            Host = overSocket ? server.SocketDirectory : "127.0.0.1",
            Port = server.Port,
            Username = NewCluster.User,
            Password = overSocket ? null : (await File.ReadAllTextAsync(files.Password, ct)).Trim(),
            Database = "postgres",
            // Never leaves the machine; without these the driver asks for encryption each time.
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            // Half for the app, the rest for the command line beside it and for maintenance.
            MaxPoolSize = Math.Max(1, maxConnections / 2),
            ApplicationName = "Music Time Machine",
        };
    }

    /// <summary>Makes a database when it is missing.</summary>
    public static async Task EnsureDatabaseAsync(NpgsqlConnectionStringBuilder server, string database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (Convert.ToInt64(await exists.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) > 0)
            return;
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database}\"", connection);
        await create.ExecuteNonQueryAsync(ct);
    }
}
