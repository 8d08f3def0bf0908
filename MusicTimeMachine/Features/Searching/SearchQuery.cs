using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Finds tracks of a person's library by words and filters: by text rank (title and artists weigh 1, the album 0.4), then
/// by the person's own plays, then by popularity.
/// </summary>
public sealed class SearchQuery(IDbContextFactory<MusicContext> contexts, LibraryMemory memory)
{
    /// <summary>The longest part of the list that is given at once.</summary>
    public const int MostHits = 200;

    /// <summary>Fewer matches than this, and other forms of the words are looked for as well.</summary>
    internal const int Few = 50;

    /// <summary>Searches.</summary>
    /// <param name="userId">Whose library.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="limit">How many hits, 1 to <see cref="MostHits"/>; others are taken as the nearest of these.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<SearchResults> AskAsync(Guid userId, SearchText text, int limit, int offset, CancellationToken cancellationToken)
    {
        if (text.IsEmpty) return SearchResults.None;
        (limit, offset) = (Math.Clamp(limit, 1, MostHits), Math.Clamp(offset, 0, 1_000_000));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await ScopeAsync(context, userId, text.Filters, cancellationToken);
        if (text.Terms.Count == 0)
        {
            var tracks = scope.Part(offset, limit);
            return new SearchResults(await SearchNames.ReadAsync(context, userId, tracks, new double[tracks.Length], cancellationToken), scope.Count, SearchChance.Typed, []);
        }

        // One connection for all that is asked: each one that comes from the pool is cleaned first.
        await context.Database.OpenConnectionAsync(cancellationToken);
        return await new SearchRun(context, new SearchStatement(userId, text, SearchExpression.Of(text)), scope, limit, offset).AskAsync(cancellationToken);
    }

    /// <summary>Filters rest on figures that are those of the database now; for words alone, what is heard most may be a minute old.</summary>
    private async Task<SearchScope> ScopeAsync(MusicContext context, Guid userId, IReadOnlyList<SearchFilter> filters, CancellationToken cancellationToken)
    {
        if (filters.Count == 0) return new SearchScope(await memory.ReadAsync(userId, cancellationToken), null);
        var figures = await memory.ReadCurrentAsync(userId, cancellationToken);
        var liked = filters.All(filter => filter.Name != "liked") ? []
            : await context.LikedTracks.Where(track => track.UserId == userId).Select(track => track.TrackId).ToListAsync(cancellationToken);
        return new SearchScope(figures, figures.Passing(filters, liked));
    }
}
