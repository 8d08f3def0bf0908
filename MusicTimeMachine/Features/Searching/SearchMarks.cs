using System.Text;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Searching;

/// <summary>Marks in names the words that a search has found there: whole words, whatever their case and accents.</summary>
/// <param name="marks">The words, see <see cref="SearchResults.Marks"/>.</param>
public sealed class SearchMarks(IReadOnlyList<SearchPart> marks)
{
    private readonly (string Key, SearchPart Part)[] _marks = [.. marks.Select(mark => (NameKey.Of(mark.Text), mark)).Where(mark => mark.Item1.Length > 0)];

    /// <summary>Divides a name. The runs together are the name.</summary>
    public IReadOnlyList<TextRun> Divide(string name)
    {
        var marked = new bool[name.Length];
        foreach (var chunk in Stretches(name, 0, name.Length, rune => !Rune.IsWhiteSpace(rune)))
        {
            // "AC/DC" as a whole is found by "acdc", and its parts by themselves.
            var (start, end) = Trim(name, chunk.Start, chunk.End);
            if (IsWord(name[start..end])) Array.Fill(marked, true, start, end - start);
            else foreach (var word in Stretches(name, start, end, SearchWord.IsLetter)) Mark(name, word.Start, word.End, marked);
        }

        return Runs(name, marked);
    }

    private void Mark(string name, int start, int end, bool[] marked)
    {
        if (IsWord(name[start..end])) Array.Fill(marked, true, start, end - start);
        foreach (var (_, part) in _marks)
        {
            if (!part.IsAnywhere) continue;
            for (var at = name.IndexOf(part.Text, start, end - start, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(part.Text, at + 1, end - at - 1, StringComparison.OrdinalIgnoreCase))
                Array.Fill(marked, true, at, part.Text.Length);
        }
    }

    private bool IsWord(string word)
    {
        if (word.Length == 0) return false;
        var key = NameKey.Of(word);
        return Array.Exists(_marks, mark => !mark.Part.IsAnywhere && (mark.Part.IsBeginning ? key.StartsWith(mark.Key, StringComparison.Ordinal) : key == mark.Key));
    }

    private static (int Start, int End) Trim(string name, int start, int end)
    {
        var letters = Stretches(name, start, end, SearchWord.IsLetter);
        return letters.Count == 0 ? (start, start) : (letters[0].Start, letters[^1].End);
    }

    private static List<(int Start, int End)> Stretches(string name, int start, int end, Func<Rune, bool> belongs)
    {
        List<(int Start, int End)> stretches = [];
        var from = -1;
        for (var at = start; at < end;)
        {
            var (rune, length) = Rune.TryGetRuneAt(name, at, out var found) ? (found, found.Utf16SequenceLength) : (Rune.ReplacementChar, 1);
            if (belongs(rune))
            {
                if (from < 0) from = at;
            }
            else if (from >= 0)
            {
                stretches.Add((from, at));
                from = -1;
            }

            at += length;
        }

        if (from >= 0) stretches.Add((from, end));
        return stretches;
    }

    private static List<TextRun> Runs(string name, bool[] marked)
    {
        List<TextRun> runs = [];
        for (int start = 0, end; start < name.Length; start = end)
        {
            for (end = start + 1; end < name.Length && marked[end] == marked[start];) end++;
            runs.Add(new TextRun(name[start..end], marked[start]));
        }

        return runs;
    }
}
