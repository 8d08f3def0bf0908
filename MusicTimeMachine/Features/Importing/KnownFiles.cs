using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Knows the files of an import again that the same person has imported before, byte for byte. Nothing of them needs to be
/// read then: the account is the earlier one's, and all of its plays are stored. The new import remembers them as if it had
/// read them, so that undoing either of the two is what it always is.
/// </summary>
internal sealed class KnownFiles(HistoryReader reader, ImportAccount account, ImportProgress progress, IDbContextFactory<MusicContext> contexts)
{
    /// <summary>Plays remembered in one row.</summary>
    private const int SightingsInRow = 200_000;

    /// <summary>This build of the program: another one may read the same files differently.</summary>
    public static Guid Build { get; } = typeof(KnownFiles).Module.ModuleVersionId;

    /// <summary>Does the import when its files are all those of an earlier one.</summary>
    /// <param name="import">The import, whose files are measured.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    /// <returns>Whether it is done; otherwise the files have to be read.</returns>
    /// <exception cref="ImportEndedException">The import was cancelled.</exception>
    public async Task<bool> TakeAsync(Import import, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var candidates = await FindCandidatesAsync(context, import, cancellationToken);
        if (candidates.Count == 0) return false;

        var files = await HashAsync(import, candidates, cancellationToken);
        var hashes = files.Select(file => file.Hash).Order(HashOrder).ToList();
        var earlier = candidates.Find(candidate => candidate.Files.Select(file => file.Hash).Order(HashOrder).SequenceEqual(hashes, HashEquality));
        if (earlier is not null && await TakeAsync(context, import, earlier, files, cancellationToken)) return true;

        account.BytesBefore = 0;
        return false;
    }

    /// <summary>The imports that were as long and are still whole, the latest ones.</summary>
    private Task<List<Candidate>> FindCandidatesAsync(MusicContext context, Import import, CancellationToken cancellationToken) =>
        context.Imports.AsNoTracking()
            .Where(i => i.UserId == import.UserId && i.Status == ImportStatus.Completed && i.ReadBy == Build && i.Errors == 0 && i.BytesTotal == account.BytesTotal && i.Files > 0)
            .OrderByDescending(i => i.Id).Take(5)
            .Select(i => new Candidate(i, context.ImportFiles.Where(file => file.ImportId == i.Id).ToList()))
            .ToListAsync(cancellationToken);

    /// <summary>The files with their hashes, up to the first that no candidate has.</summary>
    private async Task<List<ImportFile>> HashAsync(Import import, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        var known = candidates.SelectMany(candidate => candidate.Files).Where(file => file.Hash is not null)
            .DistinctBy(file => file.Hash, HashEquality).ToDictionary(file => file.Hash!, HashEquality);
        var files = new List<ImportFile>();
        await foreach (var file in reader.ReadAsync(import.GivenPaths(), cancellationToken))
        {
            account.Current = file;
            if (await file.HashAsync(cancellationToken) is not { } hash || !known.TryGetValue(hash, out var before)) return [];
            account.BytesBefore += file.Length ?? 0;
            account.Current = null;
            files.Add(new ImportFile
            {
                ImportId = import.Id,
                Ordinal = file.Ordinal,
                Name = file.Name,
                Format = before.Format,
                Rows = before.Rows,
                Plays = before.Plays,
                Skipped = before.Skipped,
                Hash = hash,
            });
        }

        return files;
    }

    private async Task<bool> TakeAsync(MusicContext context, Import import, Candidate earlier, List<ImportFile> files, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LibraryLock.LockAsync(context, import.UserId, cancellationToken);
        if (!await context.Imports.AnyAsync(i => i.Id == earlier.Import.Id && i.Status == ImportStatus.Completed, cancellationToken)) return false;

        await context.ImportSightings.Where(sighting => sighting.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into import_sightings (import_id, batch, play_ids)
             select {import.Id}, number, array_agg(id)
             from (
                 select id, 1 + row_number() over () / {SightingsInRow} as number
                 from (
                     select id from plays where user_id = {import.UserId} and import_id = {earlier.Import.Id}
                     union all
                     select distinct id from import_sightings s cross join lateral unnest(s.play_ids) as play (id)
                     where s.import_id = {earlier.Import.Id}
                       and not exists (select 1 from plays own where own.id = play.id and own.import_id = {earlier.Import.Id})) seen) numbered
             group by number
             """, cancellationToken);
        context.ImportFiles.AddRange(files);
        await context.SaveChangesAsync(cancellationToken);
        account.Take(earlier.Import);
        await progress.CountBatchAsync(context, account.Plays, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static readonly IComparer<byte[]?> HashOrder = Comparer<byte[]?>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    private static readonly IEqualityComparer<byte[]?> HashEquality = EqualityComparer<byte[]?>.Create(
        (a, b) => a is not null && b is not null && a.AsSpan().SequenceEqual(b), hash => BitConverter.ToInt32(hash));

    private sealed record Candidate(Import Import, List<ImportFile> Files);
}
