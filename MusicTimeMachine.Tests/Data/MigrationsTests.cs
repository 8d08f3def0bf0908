using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MusicTimeMachine.Data;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Data;

public sealed class MigrationsTests(TestCluster cluster)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrations_UpDownToNothingAndUpAgain_LeaveNothingAndTheSameSchema()
    {
        var connectionString = await cluster.CreateDatabaseAsync(migrated: false);
        await using var context = new MusicContext(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(connectionString).Options);
        var empty = await ObjectsAsync(context);

        await context.Database.MigrateAsync(Cancel);
        var first = await ObjectsAsync(context);
        Assert.Contains("r plays", first);

        await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, Cancel);
        string[] history = ["i PK___EFMigrationsHistory", "r __EFMigrationsHistory"];
        Assert.Equal(empty.Concat(history).Order(StringComparer.Ordinal), (await ObjectsAsync(context)).Order(StringComparer.Ordinal));

        await context.Database.MigrateAsync(Cancel);
        Assert.Equal(first, await ObjectsAsync(context));
        await context.DisposeAsync();
        await cluster.DropDatabaseAsync(connectionString);
    }

    [Fact]
    public async Task Migrations_DownByOne_BringBackTheSchemaOfTheOneBefore()
    {
        var connectionString = await cluster.CreateDatabaseAsync(migrated: false);
        await using var context = new MusicContext(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(connectionString).Options);
        var (migrator, names) = (context.GetService<IMigrator>(), context.Database.GetMigrations().ToList());
        Dictionary<string, List<string>> schemas = [];
        foreach (var name in names)
        {
            await migrator.MigrateAsync(name, Cancel);
            schemas[name] = await ObjectsAsync(context);
        }

        foreach (var name in names.SkipLast(1).Reverse())
        {
            await migrator.MigrateAsync(name, Cancel);
            Assert.Equal(schemas[name], await ObjectsAsync(context));
        }

        await context.DisposeAsync();
        await cluster.DropDatabaseAsync(connectionString);
    }

    [Fact]
    public async Task Model_AgainstTheMigrations_HasNoChangesWaiting()
    {
        var connectionString = await cluster.CreateDatabaseAsync();
        await using var context = new MusicContext(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(connectionString).Options);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    /// <summary>Tables, indexes, sequences and views with their columns, functions, text search configurations and extensions.</summary>
    private static async Task<List<string>> ObjectsAsync(MusicContext context) => await context.Database.SqlQuery<string>(
        $"""
         select relkind::text || ' ' || relname as "Value" from pg_class where relnamespace = 'public'::regnamespace
         union all
         select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
         from information_schema.columns where table_schema = 'public' and table_name <> '__EFMigrationsHistory'
         union all
         select 'check ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f')
         union all
         select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
         union all
         select 'search ' || cfgname from pg_ts_config where cfgnamespace = 'public'::regnamespace
         union all
         select 'extension ' || extname from pg_extension
         order by 1
         """).ToListAsync(Cancel);
}
