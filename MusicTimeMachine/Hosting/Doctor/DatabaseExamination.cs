using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Data.Embedded;
using Npgsql;

namespace MusicTimeMachine.Hosting.Doctor;

/// <summary>Whether the database can be reached, is new enough, has what it needs and knows all tables. Nothing is migrated.</summary>
internal sealed class DatabaseExamination(DatabaseStartup startup, Database database, IDbContextFactory<MusicContext> contexts, IConfiguration configuration, DatabaseSettings settings) : IExamination
{
    private const string Subject = "Database";
    private const string Extensions = "Extensions";
    private static readonly string[] Needed = ["btree_gin", "cube", "pg_trgm", "unaccent"];

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Opening it would make it.
            var directory = DataDirectory.Resolve(configuration["DataDirectory"]);
            if (IsEmbedded && !ClusterFiles.ExistIn(directory)) return [await NoneAsync(directory, cancellationToken)];
            await startup.OpenAsync(cancellationToken);
            return [await ServerAsync(cancellationToken), await SchemaAsync(cancellationToken), await ExtensionsAsync(cancellationToken)];
        }
        catch (Exception exception) when (exception is LocalPostgresException or NpgsqlException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            var advice = IsEmbedded ? "" : " Check the address in ConnectionStrings:MusicTimeMachine, and whether the server that it names runs.";
            return [new Finding(Subject, FindingState.Error, $"{exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}.{advice}")];
        }
    }

    private bool IsEmbedded => string.IsNullOrWhiteSpace(configuration.GetConnectionString("MusicTimeMachine"));

    private async Task<Finding> NoneAsync(string directory, CancellationToken cancellationToken)
    {
        var options = new LocalPostgresOptions { DataDirectory = directory, BinDirectory = settings.BinariesDirectory };
        var found = await PostgresSearch.FindAsync(options, clusterMajor: null, directory, cancellationToken);
        return new Finding(Subject, FindingState.Ok, $"There is none yet. The first start makes it, with PostgreSQL {found.Major}.");
    }

    private async Task<Finding> ServerAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        var (version, kind) = (connection.PostgreSqlVersion, IsEmbedded ? "the application's own" : "the one that ConnectionStrings:MusicTimeMachine names");
        return version.Major >= PostgresSearch.OldestMajor
            ? new Finding(Subject, FindingState.Ok, $"PostgreSQL {version}, {kind}.")
            : new Finding(Subject, FindingState.Error, $"PostgreSQL {version}, {kind}, is too old: {PostgresSearch.OldestMajor} is the oldest that works. Update the server.");
    }

    private async Task<Finding> SchemaAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var (missing, unknown) = (known.Count(migration => !applied.Contains(migration)), applied.Count(migration => !known.Contains(migration)));
        return (missing, unknown) switch
        {
            (_, > 0) => new Finding("Tables", FindingState.Error, "A newer version of this program has changed the tables. Start that one again, or restore a backup from before."),
            ( > 0, _) => new Finding("Tables", FindingState.Warning, $"{missing} of {known.Count} changes of the tables are still to be made. Start the application, or run \"migrate\"; either makes them."),
            _ => new Finding("Tables", FindingState.Ok, "All tables are up to date."),
        };
    }

    private async Task<Finding> ExtensionsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var missing = await context.Database.SqlQuery<string>(
            $"""select needed as "Value" from unnest({Needed}) as needed where not exists (select from pg_available_extensions where name = needed) order by needed""").ToListAsync(cancellationToken);
        return missing.Count == 0
            ? new Finding(Extensions, FindingState.Ok, $"The server has {string.Join(", ", Needed)}.")
            : new Finding(Extensions, FindingState.Error, $"The server does not have {string.Join(", ", missing)}. They come with PostgreSQL's contrib package: install it (postgresql-contrib, where packages are divided).");
    }
}
