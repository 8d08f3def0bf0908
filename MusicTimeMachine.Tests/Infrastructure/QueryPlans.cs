using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MusicTimeMachine.Data;
using Npgsql;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>Contexts that note how the server goes about each query: which tables it reads whole, and which indexes it uses.</summary>
public sealed class QueryPlans(TestDatabase database) : DbCommandInterceptor, IDbContextFactory<MusicContext>
{
    private readonly List<JsonNode> _nodes = [];

    /// <summary>The tables that were read from end to end.</summary>
    public IEnumerable<string> ReadWhole => Values("Seq Scan", "Relation Name");

    /// <summary>The indexes that were used.</summary>
    public IEnumerable<string> Indexes =>
        Values("Index Scan", "Index Name").Concat(Values("Index Only Scan", "Index Name")).Concat(Values("Bitmap Index Scan", "Index Name")).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The indexes that told everything, so that no row of their table was needed.</summary>
    public IEnumerable<string> IndexesAlone => Values("Index Only Scan", "Index Name").Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether something was put in order that no index had ordered.</summary>
    public bool Sorts => Values("Sort", "Node Type").Any();

    public MusicContext CreateDbContext() =>
        new(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(database.DataSource).AddInterceptors(this).Options);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explain = ((NpgsqlCommand)command).Clone();
        explain.CommandText = "explain (format json) " + command.CommandText;
        Add(JsonNode.Parse((string)(await explain.ExecuteScalarAsync(cancellationToken))!)![0]!["Plan"]!);
        return result;
    }

    private IEnumerable<string> Values(string type, string property) =>
        _nodes.Where(node => (string?)node["Node Type"] == type).Select(node => (string)node[property]!);

    private void Add(JsonNode node)
    {
        lock (_nodes) _nodes.Add(node);
        foreach (var child in node["Plans"]?.AsArray() ?? []) Add(child!);
    }
}
