using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Numbers the platforms of an import, from 0, until their names are stored and the staged plays take on the numbers of
/// the table <c>platforms</c>.
/// </summary>
internal sealed class Platforms
{
    /// <summary>A person has a dozen. More are no platforms, and are not kept.</summary>
    private const int Max = 1_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a platform within this import; null for none.</summary>
    public int? NumberOf(string? name)
    {
        if (name is null) return null;
        if (_numbers.TryGetValue(name, out var number)) return number;
        if (_numbers.Count == Max) return null;
        _numbers.Add(name, _numbers.Count);
        return _numbers.Count - 1;
    }

    /// <summary>Stores the names, and creates <c>staged_platforms</c> (number, platform id).</summary>
    public async Task StoreAsync(MusicContext context, CancellationToken cancellationToken)
    {
        string[] names = [.. _numbers.OrderBy(platform => platform.Value).Select(platform => platform.Key)];
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into platforms (name) select name from unnest({names}) as n (name)
             where not exists (select 1 from platforms p where p.name = n.name) order by name on conflict do nothing
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into staged_platforms (number, platform_id)
             select n.number - 1, p.id from unnest({names}) with ordinality as n (name, number) join platforms p on p.name = n.name
             """, cancellationToken);
    }
}
