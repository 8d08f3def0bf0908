using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>
/// Changes that people make to their history by hand: plays are added, edited and deleted, many at once. Every answer
/// follows in the same transaction, and each correction can be undone.
/// </summary>
public sealed class Corrections(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>The most plays of one addition.</summary>
    public const int MostAdded = 1_000;

    /// <summary>The longest that one play lasts, in milliseconds: a day.</summary>
    public const int LongestMs = 24 * 60 * 60 * 1000;

    /// <summary>The most corrections that the list shows.</summary>
    public const int MostListed = 200;

    /// <summary>Nothing was played before.</summary>
    public static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A person's corrections, the newest first.</summary>
    public async Task<IReadOnlyList<CorrectionView>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from correction in context.Corrections
            where correction.UserId == userId
            from track in context.Tracks.Where(track => track.Id == correction.TrackId).DefaultIfEmpty()
            orderby correction.Id descending
            select new CorrectionView(
                correction.Id, correction.Kind, correction.Plays, correction.Tracks, track!.Name, track.DisplayArtist, correction.CreatedAt, correction.UndoneAt))
            .Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <summary>Enters plays. Those that the history shows already are left out.</summary>
    public async Task<CorrectionResult> AddAsync(Guid userId, IReadOnlyList<AddedPlay> plays, CancellationToken cancellationToken)
    {
        if (plays.Count == 0) return CorrectionResult.Refused("Choose at least one track.");
        if (plays.Count > MostAdded) return CorrectionResult.Refused($"These are {plays.Count:N0} plays; {MostAdded:N0} can be added at once.");
        if (plays.Select(play => ProblemOf(play.Named) ?? ProblemOf(play.PlayedAt) ?? ProblemOf(play.MsPlayed)).OfType<string>().FirstOrDefault() is { } problem)
            return CorrectionResult.Refused(problem);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        List<NamedTrack> names = [.. plays.Select(play => play.Named).OfType<NamedTrack>().Distinct()];
        var named = await NamedTracks.FindOrAddAsync(context, names, cancellationToken);
        var byName = names.Zip(named).ToDictionary();
        long[] tracks = [.. plays.Select(play => play.Named is { } name ? byName[name] : play.TrackId ?? 0)];
        return await CorrectAsync(context, userId, CorrectionKind.Added, async correction =>
        {
            if (!await OwnAsync(context, userId, tracks.Except(named), cancellationToken)) return CorrectedPlays.None;
            return await CorrectedPlays.AddAsync(context, correction, plays, tracks, cancellationToken);
        }, "These plays are in your history already.", cancellationToken);
    }

    /// <summary>Gives plays another time, length or track.</summary>
    public async Task<CorrectionResult> EditAsync(Guid userId, PlaySelection selection, PlayEdit edit, CancellationToken cancellationToken)
    {
        if (edit is { PlayedAt: null, Shift: null, TrackId: null, MsPlayed: null } || edit.Shift == TimeSpan.Zero) return CorrectionResult.Refused("Nothing is changed yet: choose another time, length or track.");
        if (edit.PlayedAt is not null && selection.PlayIds is not [_]) return CorrectionResult.Refused("Several plays cannot have ended at the same time. Move them by hours and minutes instead.");
        if (edit.Shift is { } shift && shift.Duration() > TimeSpan.FromDays(36_525)) return CorrectionResult.Refused("Plays can be moved by a hundred years at most.");
        if ((ProblemOf(edit.PlayedAt) ?? ProblemOf(edit.MsPlayed)) is { } problem) return CorrectionResult.Refused(problem);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CorrectAsync(context, userId, CorrectionKind.Edited, async correction =>
        {
            if (edit.TrackId is { } trackId && !await OwnAsync(context, userId, [trackId], cancellationToken)) return CorrectedPlays.None;
            return await CorrectedPlays.EditAsync(context, correction, selection, edit, Earliest, clock.GetUtcNow(), cancellationToken);
        }, null, cancellationToken);
    }

    /// <summary>Takes plays out.</summary>
    public async Task<CorrectionResult> DeleteAsync(Guid userId, PlaySelection selection, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CorrectAsync(
            context, userId, CorrectionKind.Deleted, correction => CorrectedPlays.RemoveAsync(context, correction, selection, cancellationToken), null, cancellationToken);
    }

    /// <summary>Undoes a correction: what it took out is there again, what it entered is gone.</summary>
    public async Task<CorrectionResult> UndoAsync(Guid userId, long correctionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await BeginAsync(context, userId, cancellationToken);
        var correction = await context.Corrections.SingleOrDefaultAsync(c => c.Id == correctionId && c.UserId == userId, cancellationToken);
        if (correction is null) return CorrectionResult.Refused("There is no such change. Load the page again.");
        if (correction.UndoneAt is not null) return CorrectionResult.Refused("This change is undone already.");
        if (await context.Plays.AnyAsync(play => play.UserId == userId && play.AddedBy == correctionId && play.RemovedBy != null, cancellationToken))
            return CorrectionResult.Refused("A later change builds on this one. Undo that one first.");

        var changed = await CorrectedPlays.UndoAsync(context, correction, cancellationToken);
        correction.UndoneAt = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await changed.FollowAsync(context, userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CorrectionResult(correctionId, correction.Plays, null);
    }

    private async Task<CorrectionResult> CorrectAsync(
        MusicContext context, Guid userId, CorrectionKind kind, Func<Correction, Task<CorrectedPlays>> correctAsync, string? nothing, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(context, userId, cancellationToken);
        var correction = new Correction { UserId = userId, Kind = kind, CreatedAt = clock.GetUtcNow() };
        context.Corrections.Add(correction);
        await context.SaveChangesAsync(cancellationToken);
        var changed = await correctAsync(correction);
        if (changed.Refusal is { } refusal) return CorrectionResult.Refused(refusal);
        if (changed.Plays == 0) return nothing is null || ReferenceEquals(changed, CorrectedPlays.None) ? CorrectionResult.NotFound : CorrectionResult.Refused(nothing);

        await changed.FollowAsync(context, userId, cancellationToken);
        (correction.Plays, correction.Tracks, correction.TrackId) = (changed.Plays, changed.Tracks.Length, changed.Tracks[0]);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CorrectionResult(correction.Id, changed.Plays, null);
    }

    private static async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        return transaction;
    }

    private static async Task<bool> OwnAsync(MusicContext context, Guid userId, IEnumerable<long> trackIds, CancellationToken cancellationToken)
    {
        long[] tracks = [.. trackIds.Distinct()];
        return await context.UserTracks.CountAsync(own => own.UserId == userId && tracks.Contains(own.TrackId), cancellationToken) == tracks.Length;
    }

    private string? ProblemOf(DateTimeOffset? playedAt) =>
        playedAt > clock.GetUtcNow() ? "A play cannot have ended in the future. Choose an earlier time."
        : playedAt < Earliest ? "A play cannot have ended before 1900. Choose a later time."
        : null;

    private static string? ProblemOf(int? msPlayed) => msPlayed switch
    {
        null => null,
        <= 0 => "A play lasts at least a second. Leave its length empty when it is not known.",
        > LongestMs => "A play lasts 24 hours at most.",
        _ => null,
    };

    private static string? ProblemOf(NamedTrack? named) =>
        named is null ? null
        : string.IsNullOrWhiteSpace(named.Title) || string.IsNullOrWhiteSpace(named.Artist) ? "Title and artist are needed to add a track that is not in your library."
        : new[] { named.Title, named.Artist, named.Album ?? "" }.Any(name => name.Length > MostLetters || name.Contains('\0', StringComparison.Ordinal)) ? $"A name has {MostLetters} characters at most."
        : null;

    private const int MostLetters = 500;
}
