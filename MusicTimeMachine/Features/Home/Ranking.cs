using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Home;

/// <summary>Finds the best of many tallies without sorting them all.</summary>
internal static class Ranking
{
    /// <summary>What tallies are compared by; the larger is the better.</summary>
    public static (long First, long Second) Key(Tally tally, TopOrder order) =>
        order == TopOrder.Plays ? (tally.Plays, tally.Ms) : (tally.Ms, tally.Plays);

    /// <summary>
    /// Those that can stand on a page: its own and all that equal its first or its last, since names decide between equals.
    /// </summary>
    /// <param name="tallies">By number; those without plays take no part.</param>
    /// <param name="order">What is better.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="limit">How many stand on it.</param>
    /// <returns>Their numbers in any order, and how many are better than all of them.</returns>
    public static (List<int> Numbers, int Better) Page(Tally[] tallies, TopOrder order, int offset, int limit)
    {
        var best = new PriorityQueue<int, (long, long)>();
        for (var number = 0; number < tallies.Length; number++)
        {
            if (tallies[number].Plays == 0) continue;
            if (best.Count < offset + limit) best.Enqueue(number, Key(tallies[number], order));
            else best.EnqueueDequeue(number, Key(tallies[number], order));
        }

        if (limit == 0 || best.Count <= offset) return ([], 0);
        best.TryPeek(out _, out var last);
        while (best.Count > offset + 1) best.Dequeue();
        best.TryPeek(out _, out var first);

        List<int> numbers = [];
        var better = 0;
        for (var number = 0; number < tallies.Length; number++)
        {
            if (tallies[number].Plays == 0) continue;
            var key = Key(tallies[number], order);
            if (key.CompareTo(first) > 0) better++;
            else if (key.CompareTo(last) >= 0) numbers.Add(number);
        }

        return (numbers, better);
    }

    /// <summary>The rank of each of some tallies among all, equals sharing one; null for one without plays.</summary>
    public static int?[] Ranks(IReadOnlyList<Tally> some, Tally[] all, TopOrder order)
    {
        if (some.Count == 0) return [];
        (long, long)[] keys = [.. some.Select(tally => Key(tally, order)).Distinct().Order()];
        var above = new int[keys.Length + 1];
        foreach (var tally in all)
        {
            // It stands above just those keys that are smaller; most tallies stand above none.
            var key = Key(tally, order);
            if (tally.Plays == 0 || key.CompareTo(keys[0]) <= 0) continue;
            var found = Array.BinarySearch(keys, key);
            above[found >= 0 ? found : ~found]++;
        }

        var ranks = new Dictionary<(long, long), int>();
        var better = 0;
        for (var i = keys.Length - 1; i >= 0; i--) ranks[keys[i]] = 1 + (better += above[i + 1]);
        return [.. some.Select(tally => tally.Plays == 0 ? (int?)null : ranks[Key(tally, order)])];
    }
}
