using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Remembers the most heard tracks of those who search. A word that thousands of titles have is looked for among them
/// first; what they are worth is read anew each time, so that a head that is a minute old does no harm.
/// </summary>
public sealed class LibraryHeads(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, Remembered> _heads = new();

    /// <summary>The head of a library. Only who was not here for a while waits for it.</summary>
    public async Task<LibraryHead> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!_heads.TryGetValue(userId, out var head)) return await LoadAsync(userId, cancellationToken);
        if (clock.GetElapsedTime(head.At) > Fresh && Interlocked.Exchange(ref head.Renewing, true) is false) _ = RenewAsync(userId, head);
        return head.Value;
    }

    private async Task<LibraryHead> LoadAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var library = context.UserTracks.Where(track => track.UserId == userId);
        var tracks = await library.OrderByDescending(track => track.Plays).ThenBy(track => track.TrackId)
            .Select(track => track.TrackId).Take(LibraryHead.MostTracks).ToArrayAsync(cancellationToken);
        var size = tracks.Length < LibraryHead.MostTracks ? tracks.Length : await library.CountAsync(cancellationToken);
        var head = new LibraryHead(tracks, size);
        _heads[userId] = new Remembered(head, clock.GetTimestamp());
        foreach (var (other, old) in _heads)
        {
            if (clock.GetElapsedTime(old.At) > Forgotten) _heads.TryRemove(other, out _);
        }

        return head;
    }

    private async Task RenewAsync(Guid userId, Remembered old)
    {
        try
        {
            await LoadAsync(userId, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            // The old head serves until the database answers again.
            Volatile.Write(ref old.Renewing, false);
        }
    }

    private sealed class Remembered(LibraryHead value, long at)
    {
        public bool Renewing;

        public LibraryHead Value => value;

        public long At => at;
    }
}
