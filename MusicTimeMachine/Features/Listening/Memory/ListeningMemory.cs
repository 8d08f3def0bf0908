using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>
/// Keeps the columns of <see cref="ListeningMonth"/> that pages ask for, so that a question about any range is one pass
/// over numbers. It is a copy that can be lost: each reading asks the database which months have changed and reads those
/// again, also when another process has written them.
/// </summary>
public sealed class ListeningMemory(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>Above so many plays those who were not here for the longest time are forgotten; some 20 bytes each.</summary>
    private const int MostPlays = 8_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, PersonMemory> _people = new();
    private readonly ConditionalWeakTable<PersonMemory, FirstHeard> _firsts = [];

    /// <summary>The days of a whole history, whatever they are.</summary>
    internal static DayRange Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The person's counted plays in a range.</summary>
    internal async Task<Heard> ReadAsync(Guid userId, DayRange range, CancellationToken cancellationToken)
    {
        var person = _people.GetOrAdd(userId, _ => new PersonMemory());
        person.LastUsed = clock.GetTimestamp();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var heard = await person.ReadAsync(context, userId, range, cancellationToken);
        Forget(userId);
        return heard;
    }

    /// <summary>What was heard when for the first time.</summary>
    /// <param name="all">A reading of <see cref="Always"/>.</param>
    internal FirstHeard FirstsOf(Heard all)
    {
        if (!_firsts.TryGetValue(all.Person, out var firsts) || !firsts.IsOf(all)) _firsts.AddOrUpdate(all.Person, firsts = new FirstHeard(all));
        return firsts;
    }

    /// <summary>The audio features of the tracks of which a reading speaks.</summary>
    internal async Task<HeardFeatures> ReadFeaturesAsync(Heard heard, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await heard.Person.ReadFeaturesAsync(context, heard.Catalog.Tracks, cancellationToken);
    }

    /// <summary>The genres of the artists of whom a reading speaks.</summary>
    internal async Task<HeardGenres> ReadGenresAsync(Heard heard, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await heard.Person.ReadGenresAsync(context, heard.Catalog.Artists.Ids.Length, cancellationToken);
    }

    private void Forget(Guid present)
    {
        var plays = 0L;
        foreach (var (userId, person) in _people.OrderByDescending(person => person.Value.LastUsed))
        {
            plays += person.Plays;
            if (userId != present && (plays > MostPlays || clock.GetElapsedTime(person.LastUsed) > Longest)) _people.TryRemove(userId, out _);
        }
    }
}
