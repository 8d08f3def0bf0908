using System.Net;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>A body of unknown length, written by the test itself.</summary>
internal sealed class PushContent : HttpContent
{
    private readonly Func<Stream, Task> _write;

    public PushContent(Func<Stream, Task> write)
    {
        _write = write;
        Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
