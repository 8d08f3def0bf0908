using System.Buffers;
using System.Text;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>
/// Cuts the elements out of a JSON array whose bytes arrive piece by piece, in a buffer that grows with an element up to
/// <see cref="LongestElement"/>. Commas are not counted: a lost or a doubled one costs no row.
/// </summary>
internal sealed class ArrayCutter : IDisposable
{
    /// <summary>The longest element that is kept, in bytes.</summary>
    public const int LongestElement = 1 << 20;

    private const int FirstSize = 128 << 10;

    /// <summary>More than stands between the end of a row and the first field of the next one.</summary>
    private const int LongestSeparator = 256;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \t\r\n,"u8);
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789eE"u8);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private int _scanned;
    private (int Start, int Length) _element;
    private Phase _phase;
    private ElementScanner _scanner;
    private bool _complete;
    private bool _tooLong;

    private enum Phase
    {
        BeforeArray,
        BetweenElements,
        InElement,
        InDamage,
        AfterArray,
    }

    /// <summary>The element found last; valid until more bytes are asked for.</summary>
    public ReadOnlySpan<byte> Element => _buffer.AsSpan(_element.Start, _element.Length);

    private Span<byte> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Where the next bytes of the file go; never empty.</summary>
    public Memory<byte> Room()
    {
        if (_start > 0)
        {
            Rest.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Rest.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        return _buffer.AsMemory(_end);
    }

    /// <summary>Says how many bytes were put into the room; none means that the file has ended.</summary>
    public void Filled(int count)
    {
        _end += count;
        _complete |= count == 0;
    }

    /// <summary>Finds the next element, or why there is none.</summary>
    public Cut Next()
    {
        if (_phase == Phase.BeforeArray && FindArray() is { } notYet)
            return notYet;
        if (_phase == Phase.BetweenElements && FindElement() is { } noElement)
            return noElement;
        return _phase switch
        {
            Phase.InElement => FinishElement(),
            Phase.InDamage => FindRow(),
            _ => FindEnd(),
        };
    }

    /// <summary>
    /// Called when the element found last holds a mistake: if it is damaged, it may have taken in rows that follow it, and
    /// these are given next.
    /// </summary>
    public void GoBack()
    {
        if (Damage.IsIn(Element) && Damage.FindRow(Element) is >= 0 and var row)
            _start = _element.Start + row;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private Cut? FindArray()
    {
        if (_end - _start < Encoding.UTF8.Preamble.Length && !_complete)
            return Cut.More;
        if (Rest.StartsWith(Encoding.UTF8.Preamble))
            _start += Encoding.UTF8.Preamble.Length;
        if (!Skip(Blanks))
            return _complete ? Cut.Empty : Cut.More;
        if (_buffer[_start] != '[')
            return Cut.NoArray;
        _start++;
        _phase = Phase.BetweenElements;
        return null;
    }

    private Cut? FindElement()
    {
        if (!Skip(Separators))
            return _complete ? Cut.BrokenOff : Cut.More;
        if (_buffer[_start] == ']')
        {
            _start++;
            _phase = Phase.AfterArray;
            return null;
        }
        _scanner = default;
        _scanned = 0;
        _tooLong = false;
        _phase = Phase.InElement;
        return null;
    }

    private Cut FinishElement()
    {
        var ended = _scanner.TryFindEnd(Rest[_scanned..], out var used);
        _scanned += used;
        var longer = _scanned > LongestElement;
        if (!_tooLong && (longer || (_complete && !ended)) && Damage.IsIn(Rest[.._scanned]))
            return FindRow();
        _tooLong |= longer;
        if (!ended)
        {
            if (_complete)
                return Cut.BrokenOff;
            if (_tooLong)
                (_start, _scanned) = (_end, 0);
            return Cut.More;
        }
        _element = (_start, _scanned);
        if (!_tooLong && !IsJson(Element))
            return FindRow();
        _start += _scanned;
        _phase = Phase.BetweenElements;
        return _tooLong ? Cut.TooLong : Cut.Element;
    }

    private Cut FindRow()
    {
        _phase = Phase.InDamage;
        if (Damage.FindRow(Rest) is >= 0 and var row)
        {
            _start += row;
            _phase = Phase.BetweenElements;
            return Cut.Damage;
        }
        _start = Math.Max(_start, _end - LongestSeparator);
        return _complete ? Cut.DamageToTheEnd : Cut.More;
    }

    private Cut FindEnd() =>
        Skip(Blanks) ? Cut.Trailing : _complete ? Cut.End : Cut.More;

    private bool Skip(SearchValues<byte> what)
    {
        var skipped = Rest.IndexOfAnyExcept(what);
        _start = skipped < 0 ? _end : _start + skipped;
        return skipped >= 0;
    }

    private static bool IsJson(ReadOnlySpan<byte> element) =>
        element[0] is (byte)'{' or (byte)'[' or (byte)'"'
        || element.SequenceEqual("null"u8) || element.SequenceEqual("true"u8) || element.SequenceEqual("false"u8)
        || !element.ContainsAnyExcept(NumberBytes);
}
