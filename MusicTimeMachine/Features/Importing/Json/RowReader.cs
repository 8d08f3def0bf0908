using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>
/// Goes through the fields of one row. A field that is asked for a value of another type sets <see cref="Error"/>,
/// which ends the reading; a field that nobody asks for is passed over without being looked at.
/// </summary>
internal ref struct RowReader
{
    private Utf8JsonReader _reader;

    /// <param name="row">The object's bytes.</param>
    /// <param name="complete">False when the bytes may break off, as those of a file's beginning do.</param>
    public RowReader(ReadOnlySpan<byte> row, bool complete = true) =>
        _reader = new Utf8JsonReader(row, complete, new JsonReaderState());

    /// <summary>The first thing wrong with the row, as a sentence.</summary>
    public string? Error { get; set; }

    /// <summary>The name of the field reached.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Goes on to the next field; false at the row's end and after an error.</summary>
    public bool NextField()
    {
        try
        {
            while (Error is null && _reader.Read())
            {
                if (_reader.CurrentDepth > 1 || _reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                Name = _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(_reader.GetString()!) : _reader.ValueSpan;
                return _reader.Read();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Error = "The row is no valid JSON.";
        }
        return false;
    }

    /// <summary>The field as a clean text; numbers are taken as they are written. Null when null or blank.</summary>
    public string? Text(TextCache texts)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.Number when texts.TryGet(_reader.ValueSpan, out var known):
                return known;
            case JsonTokenType.String:
                return Decoded() is { } text ? texts.Add(_reader.ValueSpan, text) : null;
            case JsonTokenType.Number:
                return texts.Add(_reader.ValueSpan, Encoding.UTF8.GetString(_reader.ValueSpan));
            default:
                ExpectNull("a text");
                return null;
        }
    }

    /// <summary>Whether the field says anything: a number, or a text that is not blank.</summary>
    public bool HasText()
    {
        if (_reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            ExpectNull("a text");
            return false;
        }
        var bytes = _reader.ValueSpan;
        if (bytes.IsEmpty || bytes[0] is > (byte)' ' and < 0x80 and not (byte)'\\')
            return !bytes.IsEmpty;
        return !string.IsNullOrWhiteSpace(Decoded()?.Replace("\0", "", StringComparison.Ordinal));
    }

    /// <summary>The bytes of a text or a number, escapes resolved; empty when null.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        if (_reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            return _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Decoded() ?? "") : _reader.ValueSpan;
        ExpectNull("a text");
        return default;
    }

    /// <summary>The field as a number, which may stand in quotes; null when null or blank. Too large a number is infinite.</summary>
    public double? Number()
    {
        if (_reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            ExpectNull("a number");
            return null;
        }
        var bytes = Bytes().Trim(" \t\r\n"u8);
        if (bytes.IsEmpty)
            return null;
        if (Utf8Parser.TryParse(bytes, out long whole, out var used) && used == bytes.Length)
            return whole;
        if (Utf8Parser.TryParse(bytes, out double number, out used) && used == bytes.Length && !double.IsNaN(number))
            return number;
        Complain("a number");
        return null;
    }

    /// <summary>The field as yes or no, in the words true and false or 1 and 0, in quotes or not; null when null or blank.</summary>
    public bool? Flag()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
        }
        if (_reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            Complain("true or false");
            return null;
        }
        var word = Bytes();
        if (word.IsEmpty)
            return null;
        if (word.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(word, "true"u8))
            return true;
        if (!word.SequenceEqual("0"u8) && !Ascii.EqualsIgnoreCase(word, "false"u8))
            Complain("true or false");
        return false;
    }

    private string? Decoded()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Error ??= $"The field “{Encoding.UTF8.GetString(Name)}” holds half a character (a lone surrogate).";
            return null;
        }
    }

    private void ExpectNull(string expected)
    {
        if (_reader.TokenType != JsonTokenType.Null)
            Complain(expected);
    }

    private void Complain(string expected) =>
        Error ??= $"The field “{Encoding.UTF8.GetString(Name)}” is not {expected}.";
}
