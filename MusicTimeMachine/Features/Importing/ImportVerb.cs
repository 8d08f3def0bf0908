using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary><c>import --user NAME [--json] PATH…</c>: imports files, zips and folders, beside a running application too.</summary>
internal static class ImportVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
            throw new VerbException($"\"{missing}\" does not exist.");

        var imports = services.GetRequiredService<ImportService>();
        var worker = Guid.NewGuid();
        var (importId, job) = await imports.BeginAsync(userId, [.. paths.Select(path => new HistoryPath(path))], uploaded: false, worker, cancellationToken);
        await services.GetRequiredService<JobRunner>().RunAsync(job, worker, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var import = await imports.FindAsync(userId, importId, CancellationToken.None) ?? throw new VerbException("The import was deleted meanwhile.");
        if (import.Status != ImportStatus.Completed)
            throw new VerbException(import.Failure ?? "The import could not be completed; it is tried again when the application runs. The log says why.");
        var errors = await imports.ListErrorsAsync(userId, importId, 0, int.MaxValue, CancellationToken.None);
        await Console.Out.WriteLineAsync(json ? AsJson(import, errors) : AsText(import, errors));
        return 0;
    }

    private static async Task<Guid> FindUserAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<Guid?>($"select id as \"Value\" from users where lower(name) = lower({name})").SingleOrDefaultAsync(cancellationToken)
            ?? throw new VerbException($"There is no user \"{name}\". Add one with: user add {name}");
    }

    private static string AsJson(ImportView import, List<ImportErrorView> errors) =>
        JsonSerializer.Serialize(new { import.Files, import.Rows, import.Added, import.Duplicates, Skipped = Reasons(import.Skipped), Errors = errors }, Json);

    private static object Reasons(SkippedRows skipped) => new { skipped.Podcast, skipped.Audiobook, skipped.Video, skipped.NoTrack, skipped.Local };

    private static string AsText(ImportView import, List<ImportErrorView> errors) => string.Join(Environment.NewLine,
    [
        string.Create(CultureInfo.InvariantCulture, $"{import.Rows:N0} rows in {import.Files:N0} files: {import.Added:N0} plays added, {import.Duplicates:N0} duplicates,"),
        string.Create(CultureInfo.InvariantCulture,
            $"left out: {import.Skipped.Podcast:N0} podcasts, {import.Skipped.Audiobook:N0} audiobooks, {import.Skipped.Video:N0} videos, {import.Skipped.NoTrack:N0} without a track, {import.Skipped.Local:N0} local files; {import.Errors:N0} errors."),
        .. errors.Take(100).Select(error => error.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"{error.File}, row {row}: {error.Reason}") : $"{error.File}: {error.Reason}"),
    ]);
}
