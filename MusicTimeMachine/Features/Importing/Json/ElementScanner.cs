using System.Buffers;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>
/// Finds the end of one JSON value in bytes that arrive piece by piece. It looks at brackets and quotes only, so that a
/// value with a mistake inside still ends where it ends and the one after it can be read.
/// </summary>
internal struct ElementScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> AfterScalar = SearchValues.Create("\"{}[], \t\r\n"u8);

    private bool _begun;
    private bool _scalar;
    private bool _inText;
    private bool _escaped;
    private int _depth;

    /// <summary>Looks through the next bytes of the value; the first call begins at its first byte.</summary>
    /// <param name="bytes">What follows the bytes of the calls before.</param>
    /// <param name="used">How many of the bytes belong to the value.</param>
    /// <returns>Whether the value ends within them.</returns>
    public bool TryFindEnd(ReadOnlySpan<byte> bytes, out int used)
    {
        var at = 0;
        if (!_begun && bytes.Length > 0)
        {
            _begun = true;
            _scalar = bytes[0] is not ((byte)'"' or (byte)'{' or (byte)'[');
            at = _scalar ? 1 : 0;
        }
        var found = _scalar ? FindScalarEnd(bytes, ref at) : FindStructureEnd(bytes, ref at);
        used = found ? at : bytes.Length;
        return found;
    }

    private static bool FindScalarEnd(ReadOnlySpan<byte> bytes, ref int at)
    {
        var end = bytes[at..].IndexOfAny(AfterScalar);
        at += Math.Max(end, 0);
        return end >= 0;
    }

    private bool FindStructureEnd(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length)
        {
            if (_escaped)
            {
                _escaped = false;
                at++;
                continue;
            }
            var next = _inText ? bytes[at..].IndexOfAny((byte)'"', (byte)'\\') : bytes[at..].IndexOfAny(Structure);
            if (next < 0)
                return false;
            at += next + 1;
            switch (bytes[at - 1])
            {
                case (byte)'\\':
                    _escaped = true;
                    continue;
                case (byte)'"':
                    _inText = !_inText;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                default:
                    _depth--;
                    break;
            }
            if (_depth == 0 && !_inText)
                return true;
        }
        return false;
    }
}
