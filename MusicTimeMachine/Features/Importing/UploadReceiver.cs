using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Takes the files of an upload to the disk as they come, without keeping them in memory.</summary>
/// <param name="settings">How much may come.</param>
internal sealed class UploadReceiver(ImportSettings settings)
{
    /// <summary>Most files of one upload.</summary>
    public const int MaxFiles = 1_000;

    /// <summary>What the form adds to the files: boundaries, names, the token.</summary>
    private const int FormOverhead = 1 << 20;

    private const int LongestKeptName = 255;

    /// <summary>More characters than any system's path has.</summary>
    private const int LongestName = 4096;
    private const int BufferSize = 128 << 10;

    private readonly List<HistoryPath> _files = [];
    private long _received;

    /// <summary>The files that came, under their numbers in the folder, with the names that the person gave them.</summary>
    public IReadOnlyList<HistoryPath> Files => _files;

    /// <summary>Receives the files.</summary>
    /// <param name="request">A multipart form.</param>
    /// <param name="folder">Where to put them.</param>
    /// <param name="cancellationToken">The browser has gone.</param>
    /// <returns>Why not, or null when all is there.</returns>
    public async Task<UploadRefusal?> ReceiveAsync(HttpRequest request, string folder, CancellationToken cancellationToken)
    {
        if (request.ContentLength > settings.MaxUploadBytes + FormOverhead) return UploadRefusal.TooLarge(settings.MaxUploadBytes);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = settings.MaxUploadBytes + FormOverhead;
        if (BoundaryOf(request) is not { } boundary) return UploadRefusal.NoFiles;
        try
        {
            var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = FormOverhead };
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (GivenNameOf(section) is not { } given) continue;
                if (given.Length > LongestName) return UploadRefusal.NameTooLong;
                if (_files.Count == MaxFiles) return UploadRefusal.TooManyFiles;
                if (await StoreAsync(section.Body, folder, KeptName(given), cancellationToken) is { } refusal) return refusal;
            }
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? UploadRefusal.TooLarge(settings.MaxUploadBytes) : UploadRefusal.BrokenOff;
        }
        catch (InvalidDataException)
        {
            return UploadRefusal.NoForm;
        }
        catch (IOException)
        {
            return UploadRefusal.BrokenOff;
        }

        if (_files.Count == 0) return UploadRefusal.NoFiles;
        return _received == 0 ? UploadRefusal.Empty([.. _files.Select(file => file.DisplayName)]) : null;
    }

    private async Task<UploadRefusal?> StoreAsync(Stream content, string folder, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, _files.Count.ToString(CultureInfo.InvariantCulture));
        _files.Add(new HistoryPath(path, name));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            // Errors of the disk are told apart from those of the network by where they come from.
            if (Open(path, out var problem) is not { } file) return problem;
            await using (file)
            {
                for (int count; (count = await content.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    if ((_received += count) > settings.MaxUploadBytes) return UploadRefusal.TooLarge(settings.MaxUploadBytes);
                    if (await WriteAsync(file, buffer.AsMemory(0, count), cancellationToken) is { } refusal) return refusal;
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileStream? Open(string path, out UploadRefusal? problem)
    {
        problem = null;
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = UploadRefusal.Of(exception);
            return null;
        }
    }

    private static async Task<UploadRefusal?> WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
            return null;
        }
        catch (IOException exception)
        {
            return UploadRefusal.Of(exception);
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.Value
            : null;

    /// <summary>The name that came with a file, empty when none did; null when the section is another field of the form.</summary>
    private static string? GivenNameOf(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.IsFileDisposition()) return null;
        return HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
    }

    /// <summary>The end of the name, where its kind stands. Paths and control characters are taken out.</summary>
    private static string KeptName(string given)
    {
        var name = new HistoryPath("upload", string.IsNullOrWhiteSpace(given) ? "file" : given).DisplayName;
        if (name.Length <= LongestKeptName) return name;
        var end = name[^LongestKeptName..];
        return char.IsLowSurrogate(end[0]) ? end[1..] : end;
    }
}
