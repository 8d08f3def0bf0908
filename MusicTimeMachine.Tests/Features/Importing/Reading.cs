using System.Text;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Importing.Archives;
using MusicTimeMachine.Features.Importing.Formats;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Reads what stands in a test, on 20 November 2026.</summary>
internal static class Reading
{
    public static readonly TimeProvider Clock = new FixedClock(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    public static readonly SpotifyExtendedFormat Extended = new(Clock);
    public static readonly SpotifyAccountFormat Account = new(Clock);

    public static Task<List<ImportRow>> RowsAsync(this IHistoryFormat format, string json, string fileName = "Streaming_History_Audio_2025_1.json") =>
        format.RowsAsync(Encoding.UTF8.GetBytes(json), fileName);

    public static async Task<List<ImportRow>> RowsAsync(this IHistoryFormat format, byte[] json, string fileName = "Streaming_History_Audio_2025_1.json")
    {
        await using var content = new MemoryStream(json);
        return await format.ReadAsync(fileName, content, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads all files of the paths with all their rows.</summary>
    public static async Task<List<FileRead>> FilesAsync(ArchiveLimits? limits, params IEnumerable<HistoryPath> paths)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var read = new List<FileRead>();
        await foreach (var file in new HistoryReader(new HistoryFormats(Clock), limits).ReadAsync(paths, cancellation))
        {
            var rows = file.Problem is null ? await file.ReadRowsAsync(cancellation).ToListAsync(cancellation) : [];
            read.Add(new FileRead(file.Ordinal, file.Name, file.Format?.Name, file.Problem, rows, file.BytesRead));
        }
        return read;
    }

    public static Task<List<FileRead>> FilesAsync(params IEnumerable<string> paths) =>
        FilesAsync(limits: null, paths.Select(path => new HistoryPath(path)));

    /// <summary>The rows as a file of extended history.</summary>
    public static async Task<byte[]> JsonAsync(params IEnumerable<ExtendedRow> rows)
    {
        await using var stream = new MemoryStream();
        await SpotifyExportBuilder.WriteJsonAsync(rows, stream);
        return stream.ToArray();
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>What one file of an import gave.</summary>
internal sealed record FileRead(int Ordinal, string Name, string? Format, string? Problem, List<ImportRow> Rows, long BytesRead)
{
    public IEnumerable<string?> Tracks => Rows.Where(row => row.Play is not null).Select(row => row.Play!.Track);

    public string? LastError => Rows.LastOrDefault().Error;
}
