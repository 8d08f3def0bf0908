using System.Text;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>What the server wrote since the moment that this was made: the reason when it does not start.</summary>
internal sealed class ServerLog
{
    private const int LastLines = 12;
    private readonly ClusterFiles _files;
    private readonly Dictionary<string, long> _lengths;

    private ServerLog(ClusterFiles files)
    {
        _files = files;
        _lengths = Files(files).ToDictionary(f => f.FullName, f => f.Length, StringComparer.Ordinal);
    }

    /// <summary>Remembers how long the log is now.</summary>
    public static ServerLog From(ClusterFiles files) => new(files);

    /// <summary>All that was written since, the oldest file first.</summary>
    public async Task<string> ReadNewAsync(CancellationToken ct)
    {
        var text = new StringBuilder();
        foreach (var file in Files(_files))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Position = Math.Min(_lengths.GetValueOrDefault(file.FullName), stream.Length);
            using var reader = new StreamReader(stream);
            text.Append(await reader.ReadToEndAsync(ct));
        }

        return text.ToString();
    }

    /// <summary>The sentence for somebody whose server failed: the likely cause, what helps, and the last words.</summary>
    public static LocalPostgresException Explain(string whatFailed, string said, ClusterFiles files, PostgresAccount account)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var cause =
            said.Contains("No space left on device", StringComparison.Ordinal)
                ? $"The disk that holds {files.DataDirectory} is full: make room, or choose another DataDirectory."
            : said.Contains("Permission denied", StringComparison.Ordinal) || said.Contains("has wrong ownership", StringComparison.Ordinal)
                ? $"The account {account.Name} may not use everything in {files.Home}: give it the folder with all that is in it, or choose another DataDirectory."
            : said.Contains("has invalid permissions", StringComparison.Ordinal)
                ? $"Others may look into {files.Data}: take their rights away (chmod 700)."
            : $"The whole log is in {files.Log}.";
        return new($"{whatFailed} {cause} PostgreSQL said:\n{string.Join('\n', lines.TakeLast(LastLines))}");
    }

    private static IOrderedEnumerable<FileInfo> Files(ClusterFiles files) =>
        new DirectoryInfo(files.Log).GetFiles("*.log").OrderBy(f => f.LastWriteTimeUtc);
}
