using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Importing.Archives;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// <c>import --user NAME [--json] PATH…</c>: imports files, zips and folders, beside a running application too. It exits
/// with 0 when at least one row could be read, or the files hold none, and with 1 when nothing could be imported: the line on
/// standard error says why, and with <c>--json</c> the account is printed all the same.
/// </summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var user = new Option<string>("--user") { Description = "Whose history it is.", Required = true, HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print the account as one JSON object." };
        var paths = new Argument<string[]>("PATH") { Description = "Files, zips or folders of listening history.", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("import", "Import listening history from files, zips or folders.") { user, json, paths };
        verb.SetAction((parsed, cancellationToken) => Verb.RunAsync(
            (services, token) => ImportAsync(services, parsed.GetRequiredValue(user), parsed.GetRequiredValue(paths), parsed.GetValue(json), token), cancellationToken));
        return verb;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string userName, string[] paths, bool json, CancellationToken cancellationToken)
    {
        var userId = await FindUserAsync(services, userName, cancellationToken);
        await RequirePathsAsync(paths, json);

        var imports = services.GetRequiredService<ImportService>();
        var worker = Guid.NewGuid();
        var (importId, job) = await imports.BeginAsync(userId, [.. paths.Select(path => new HistoryPath(path))], uploaded: false, worker, cancellationToken);
        await services.GetRequiredService<JobRunner>().RunAsync(job, worker, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var import = await imports.FindAsync(userId, importId, CancellationToken.None) ?? throw new VerbException("The import was deleted meanwhile.");
        if (import.Status != ImportStatus.Completed)
            throw new VerbException(import.Failure ?? "The import could not be completed; it is tried again when the application runs. The log says why.");
        var errors = await imports.ListErrorsAsync(userId, importId, 0, int.MaxValue, CancellationToken.None);
        var answer = ImportAnswer.Of(import, errors);
        if (json || answer.Failure is null) await Console.Out.WriteLineAsync(json ? answer.AsJson() : answer.AsText());
        return answer.Failure is { } failure ? throw new VerbException(failure) : 0;
    }

    /// <summary>A path that was mistyped is put right before anything is imported.</summary>
    private static async Task RequirePathsAsync(string[] paths, bool json)
    {
        List<ImportErrorView> missing = [.. paths.Where(path => !Path.Exists(path)).Select(ArchiveEntry.Shown)
            .Select(path => new ImportErrorView(path, Row: null, $"\"{path}\" does not exist, so nothing was imported."))];
        if (missing.Count == 0) return;
        if (json) await Console.Out.WriteLineAsync(ImportAnswer.Of(missing).AsJson());
        throw new VerbException(missing[0].Reason);
    }

    private static async Task<Guid> FindUserAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<Guid?>($"select id as \"Value\" from users where lower(name) = lower({name})").SingleOrDefaultAsync(cancellationToken)
            ?? throw new VerbException($"There is no user \"{name}\". Add one with: user add {name}");
    }
}
