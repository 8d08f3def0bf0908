using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Keeps the figures of the libraries of those who search. It is a copy that can be lost; the revisions of library and
/// catalogue tell whether it still holds, whichever process has changed them.
/// </summary>
public sealed class LibraryMemory(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>Above so many tracks those who were not here for the longest time are forgotten; some 80 bytes each.</summary>
    private const int MostTracks = 1_000_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, Person> _people = new();

    /// <summary>
    /// A library as it was a minute ago or later, for those who only want to know what is heard most. Only who was not here
    /// for a while waits for it.
    /// </summary>
    public async Task<LibraryFigures> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var person = Find(userId);
        if (person.Figures is not { } figures) return await ReadCurrentAsync(userId, cancellationToken);
        if (clock.GetElapsedTime(person.CheckedAt) > Fresh && Interlocked.Exchange(ref person.Renewing, true) is false) _ = RenewAsync(userId, person);
        return figures;
    }

    /// <summary>A library as it is in the database now.</summary>
    public async Task<LibraryFigures> ReadCurrentAsync(Guid userId, CancellationToken cancellationToken)
    {
        var person = Find(userId);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetTimestamp();
        if (await IsCurrentAsync(context, userId, person.Figures, cancellationToken) is not { } figures)
        {
            await person.Gate.WaitAsync(cancellationToken);
            try
            {
                // Whoever waited finds what the one before has read.
                figures = await IsCurrentAsync(context, userId, person.Figures, cancellationToken) ?? (person.Figures = await LoadAsync(context, userId, cancellationToken));
            }
            finally
            {
                person.Gate.Release();
            }
        }

        person.CheckedAt = now;
        return figures;
    }

    private static async Task<LibraryFigures?> IsCurrentAsync(MusicContext context, Guid userId, LibraryFigures? figures, CancellationToken cancellationToken)
    {
        if (figures is null) return null;
        var revisions = await context.CatalogStates
            .Select(catalog => new { Catalog = catalog.Revision, Library = context.LibraryStates.Where(library => library.UserId == userId).Select(library => library.Revision).FirstOrDefault() })
            .SingleAsync(cancellationToken);
        return (revisions.Library, revisions.Catalog) == (figures.Library, figures.Catalog) ? figures : null;
    }

    /// <remarks>One statement, so that revisions and figures are of one moment; arrays, since rows would take three times as long.</remarks>
    private static async Task<LibraryFigures> LoadAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        new((await context.Database.SqlQuery<LibraryColumns>(
            $"""
             select coalesce((select revision from library_states where user_id = {userId}), 0) as library, (select revision from catalog_state) as catalog,
                 array_agg(id) as tracks, array_agg(energy) as energy, array_agg(valence) as valence, array_agg(danceability) as danceability,
                 array_agg(acousticness) as acousticness, array_agg(instrumentalness) as instrumentalness, array_agg(speechiness) as speechiness,
                 array_agg(liveness) as liveness, array_agg(tempo) as tempo, array_agg(year) as year
             from (
                 select t.id, coalesce(t.energy, 'NaN') as energy, coalesce(t.valence, 'NaN') as valence, coalesce(t.danceability, 'NaN') as danceability,
                     coalesce(t.acousticness, 'NaN') as acousticness, coalesce(t.instrumentalness, 'NaN') as instrumentalness,
                     coalesce(t.speechiness, 'NaN') as speechiness, coalesce(t.liveness, 'NaN') as liveness, coalesce(t.tempo, 'NaN') as tempo,
                     coalesce(extract(year from t.release_date)::real, 'NaN') as year
                 from user_tracks u join tracks t on t.id = u.track_id
                 where u.user_id = {userId}
                 order by u.plays desc, t.popularity desc nulls last, t.id) ordered
             having count(*) > 0
             """).ToListAsync(cancellationToken)).FirstOrDefault() ?? LibraryColumns.None);

    private async Task RenewAsync(Guid userId, Person person)
    {
        try
        {
            await ReadCurrentAsync(userId, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            // What is there serves until the database answers again.
        }
        finally
        {
            Volatile.Write(ref person.Renewing, false);
        }
    }

    private Person Find(Guid userId)
    {
        var person = _people.GetOrAdd(userId, _ => new Person());
        person.LastUsed = clock.GetTimestamp();
        var tracks = 0L;
        foreach (var (other, old) in _people.OrderByDescending(known => known.Value.LastUsed))
        {
            tracks += old.Figures?.Tracks.Length ?? 0;
            if (other != userId && (tracks > MostTracks || clock.GetElapsedTime(old.LastUsed) > Longest)) _people.TryRemove(other, out _);
        }

        return person;
    }

    [SuppressMessage("Design", "CA1001", Justification = "Nobody asks the gate for its wait handle, which alone would need disposal.")]
    private sealed class Person
    {
        public bool Renewing;

        public SemaphoreSlim Gate { get; } = new(1);

        public LibraryFigures? Figures { get; set; }

        public long CheckedAt { get; set; }

        public long LastUsed { get; set; }
    }
}
