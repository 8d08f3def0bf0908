using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>
/// Puts together what Spotify sends its users, with invented listening:
/// <c>new SpotifyExportBuilder().Audio("2020_1", rows).Account(rows).Zip()</c>. Rows are enumerated when they are
/// written, so a million of them need no memory.
/// </summary>
public sealed class SpotifyExportBuilder
{
    private const string Extended = "Spotify Extended Streaming History";
    private const string AccountData = "Spotify Account Data";
    private static readonly JsonWriterOptions AsSpotifyWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Path, Func<Stream, Task> WriteAsync)> _files = [];
    private int _accountFiles;

    /// <summary>Adds <c>Streaming_History_Audio_{years}.json</c>.</summary>
    public SpotifyExportBuilder Audio(string years, params IEnumerable<ExtendedRow> rows) =>
        File($"{Extended}/Streaming_History_Audio_{years}.json", stream => WriteJsonAsync(rows, stream));

    /// <summary>Adds <c>Streaming_History_Video_{years}.json</c>.</summary>
    public SpotifyExportBuilder Video(string years, params IEnumerable<ExtendedRow> rows) =>
        File($"{Extended}/Streaming_History_Video_{years}.json", stream => WriteJsonAsync(rows, stream));

    /// <summary>Adds the next <c>StreamingHistory_music_{n}.json</c>.</summary>
    public SpotifyExportBuilder Account(params IEnumerable<AccountRow> rows) =>
        File($"{AccountData}/StreamingHistory_music_{_accountFiles++}.json", stream => WriteJsonAsync(rows, stream));

    /// <summary>Adds the files that come along and hold no history.</summary>
    public SpotifyExportBuilder Companions() => this
        .File($"{Extended}/ReadMeFirst_ExtendedStreamingHistory.pdf", "%PDF-1.4\n%%EOF\n")
        .File($"{AccountData}/Userdata.json", """{ "username":"someone", "country":"ZZ" }""")
        .File($"{AccountData}/YourLibrary.json", """{ "tracks":[], "albums":[] }""")
        .File($"{AccountData}/Playlist1.json", """{ "playlists":[] }""")
        .File($"{AccountData}/Inferences.json", """{ "inferences":["1P_Custom_Nothing"] }""");

    /// <summary>Adds any file.</summary>
    public SpotifyExportBuilder File(string path, string content) => File(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Adds any file.</summary>
    public SpotifyExportBuilder File(string path, byte[] content) => File(path, stream => stream.WriteAsync(content).AsTask());

    /// <summary>The files as one zip.</summary>
    public byte[] Zip()
    {
        using var stream = new MemoryStream();
        // Nothing here waits for anything: the memory takes what it is given.
        WriteZipAsync(stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    /// <summary>Writes the files as one zip.</summary>
    public async Task WriteZipAsync(Stream target)
    {
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, writeAsync) in _files)
        {
            await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync();
            await writeAsync(entry);
        }
    }

    /// <summary>Writes the files as one zip on the disk.</summary>
    /// <returns>The path.</returns>
    public async Task<string> WriteZipAsync(string path)
    {
        await using var file = System.IO.File.Create(path);
        await WriteZipAsync(file);
        return path;
    }

    /// <summary>Writes the files unpacked, with their folders.</summary>
    /// <returns>The path.</returns>
    public async Task<string> WriteFolderAsync(string folder)
    {
        foreach (var (path, writeAsync) in _files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await using var file = System.IO.File.Create(full);
            await writeAsync(file);
        }
        return folder;
    }

    /// <summary>Writes rows of extended history as one JSON array.</summary>
    public static Task WriteJsonAsync(IEnumerable<ExtendedRow> rows, Stream target) =>
        WriteJsonAsync(rows, static (row, json) => row.WriteTo(json), target);

    /// <summary>Writes rows of account data as one JSON array.</summary>
    public static Task WriteJsonAsync(IEnumerable<AccountRow> rows, Stream target) =>
        WriteJsonAsync(rows, static (row, json) => row.WriteTo(json), target);

    private static async Task WriteJsonAsync<T>(IEnumerable<T> rows, Action<T, Utf8JsonWriter> write, Stream target)
    {
        const int FlushAt = 64 << 10;
        await using var json = new Utf8JsonWriter(target, AsSpotifyWrites);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            write(row, json);
            if (json.BytesPending > FlushAt)
                await json.FlushAsync();
        }
        json.WriteEndArray();
    }

    private SpotifyExportBuilder File(string path, Func<Stream, Task> writeAsync)
    {
        _files.Add((path, writeAsync));
        return this;
    }
}
