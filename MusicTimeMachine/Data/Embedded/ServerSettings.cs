using System.Globalization;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>
/// The server's settings for one household on one small machine. They are written anew at each start; what an owner
/// sets with <c>ALTER SYSTEM</c> stands above them.
/// </summary>
internal static class ServerSettings
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The name of our file, which <c>postgresql.conf</c> includes.</summary>
    public const string FileName = "music-time-machine.conf";

    /// <summary>The text of the file.</summary>
    /// <param name="options">Durability and the number of connections.</param>
    /// <param name="files">Where the log and the socket go.</param>
    /// <param name="compression">For <c>wal_compression</c>.</param>
    /// <param name="port">On the loopback address; null for a Unix socket.</param>
    /// <param name="memory">What the machine (or the container) has, in bytes.</param>
    public static string Describe(LocalPostgresOptions options, ClusterFiles files, string compression, int? port, long memory)
    {
        var buffers = Math.Clamp(memory / Megabyte / 8, 64, 512);
        return $"""
            # Written by Music Time Machine at each start: changes here are lost. Use ALTER SYSTEM instead.
            listen_addresses = '{(port is null ? "" : "127.0.0.1")}'
            port = {Number(port ?? 5432)}
            unix_socket_directories = '{(port is null ? Quoted($"\"{files.Sockets}\"") : "")}'
            unix_socket_permissions = 0700
            max_connections = {Number(options.MaxConnections)}
            password_encryption = 'scram-sha-256'

            shared_buffers = {Number(buffers)}MB
            effective_cache_size = {Number(Math.Max(memory / Megabyte / 2, 2 * buffers))}MB
            work_mem = 16MB
            maintenance_work_mem = {Number(buffers)}MB
            random_page_cost = 1.1
            jit = off

            max_wal_size = 2GB
            checkpoint_timeout = 15min
            wal_compression = {compression}
            fsync = {OnOff(options.Durable)}
            full_page_writes = {OnOff(options.Durable)}

            logging_collector = on
            log_directory = '{Quoted(files.Log)}'
            log_filename = 'postgresql-%a.log'
            log_file_mode = 0600
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_checkpoints = off
            log_line_prefix = '%m [%p] '
            log_timezone = 'UTC'
            timezone = 'UTC'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            """;
    }

    /// <summary>Who may connect: everybody who can open the socket, or whoever knows the password.</summary>
    public static string Access(bool loopback) => loopback
        ? "host all all 127.0.0.1/32 scram-sha-256\n"
        : "local all all trust\n";

    private static string OnOff(bool value) => value ? "on" : "off";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // Both in a configuration file: a backslash begins an escape, a quote is doubled.
    private static string Quoted(string value) =>
        value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
}
