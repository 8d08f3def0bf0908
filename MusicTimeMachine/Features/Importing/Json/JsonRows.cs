using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>Makes a row of one object of the file.</summary>
/// <param name="number">The row's number in its file, from 1.</param>
/// <param name="row">The object's bytes: valid UTF-8, from brace to brace, perhaps with mistakes inside.</param>
internal delegate ImportRow RowParser(long number, ReadOnlySpan<byte> row);

/// <summary>
/// Reads the rows of a file that is one JSON array of objects, as a stream of any length in little memory. A bad row
/// becomes an error and the reading goes on; where it cannot go on, the last row says so.
/// </summary>
internal static class JsonRows
{
    private const string AskAgain = "Ask for the export again or copy the file anew; the rows before it were imported.";

    /// <summary>Reads the rows in order.</summary>
    /// <param name="content">The file from its beginning; a byte order mark is passed over.</param>
    /// <param name="parse">Called once for each object.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        Stream content, RowParser parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cutter = new ArrayCutter();
        for (var number = 1L; ;)
        {
            var cut = cutter.Next();
            if (cut == Cut.More)
            {
                if (await FillAsync(cutter, content, cancellationToken) is not { } problem)
                    continue;
                yield return Error(number, $"The file cannot be read on in row {Say(number)}: {problem} The rows before it were imported.");
                yield break;
            }
            if (cut == Cut.End)
                yield break;
            var row = Read(cut, number, cutter, parse);
            if (row.Error is not null && cut == Cut.Element)
                cutter.GoBack();
            yield return row;
            if (cut > Cut.End)
                yield break;
            number++;
        }
    }

    /// <summary>An error row.</summary>
    public static ImportRow Error(long number, string sentence) => new(number, Play: null, Skip: null, sentence);

    private static async ValueTask<string?> FillAsync(ArrayCutter cutter, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            cutter.Filled(await content.ReadAsync(cutter.Room(), cancellationToken));
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return e is UnreadableFileException ? e.Message : "it is damaged, or its disk is.";
        }
    }

    private static ImportRow Read(Cut cut, long number, ArrayCutter cutter, RowParser parse) => cut switch
    {
        Cut.Element => ReadElement(number, cutter.Element, parse),
        Cut.TooLong => Error(number, "The row is longer than 1 MiB, which no play is."),
        Cut.Empty => Error(number, "The file is empty. Ask for the export again or copy the file anew."),
        Cut.NoArray => Error(number, "The file is no list of plays: a JSON file that begins with “[” was expected."),
        Cut.BrokenOff => Error(number, $"The file breaks off in row {Say(number)}: it is incomplete. {AskAgain}"),
        Cut.Damage => Error(number, "The file is damaged here: it is no valid JSON up to the next row. Ask for the export again or copy the file anew; the other rows were imported."),
        Cut.DamageToTheEnd => Error(number, $"The file is damaged in row {Say(number)}: it is no valid JSON from there on. {AskAgain}"),
        _ => Error(number, "The list of plays has ended, yet the file goes on with something else, which was not read."),
    };

    private static ImportRow ReadElement(long number, ReadOnlySpan<byte> element, RowParser parse)
    {
        if (element[0] != '{')
            return Error(number, "The row is no object with fields.");
        return Utf8.IsValid(element) ? parse(number, element) : Error(number, "The row holds bytes that are not UTF-8.");
    }

    private static string Say(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
