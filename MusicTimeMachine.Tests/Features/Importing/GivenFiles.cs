using System.IO.Compression;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class GivenFiles : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("given-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a zip with entries of any name.</summary>
    public string Zip(string name, params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entryName, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(entryName).Open());
                writer.Write(content);
            }
        }
        return Write(name, stream.ToArray());
    }

    /// <summary>Writes a zip with one entry, packed as asked.</summary>
    public string PackedZip(string name, string entryName, byte[] content, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(entryName, level).Open();
            entry.Write(content);
        }
        return Write(name, stream.ToArray());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
