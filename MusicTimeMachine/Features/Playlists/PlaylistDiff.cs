namespace MusicTimeMachine.Features.Playlists;

/// <summary>
/// What changed from one list of tracks to another. As few as possible count as moved: those outside the longest row of
/// tracks that both lists have in the same order.
/// </summary>
/// <param name="Removed">What is gone, with its place in the old list, in order.</param>
/// <param name="Added">What came, with its place in the new list, in order.</param>
/// <param name="Moved">What stands elsewhere, in the order of the new list.</param>
public sealed record PlaylistDiff(IReadOnlyList<PlaylistPlace> Removed, IReadOnlyList<PlaylistPlace> Added, IReadOnlyList<PlaylistMove> Moved)
{
    /// <summary>Whether the lists are the same.</summary>
    public bool IsEmpty => Removed.Count + Added.Count + Moved.Count == 0;

    /// <summary>Compares two lists.</summary>
    /// <param name="before">The old list, each track once.</param>
    /// <param name="after">The new list, each track once.</param>
    /// <exception cref="ArgumentException">A track stands twice in a list.</exception>
    public static PlaylistDiff Of(IReadOnlyList<long> before, IReadOnlyList<long> after)
    {
        var (old, recent) = (Places(before), Places(after));
        int[] kept = [.. after.Where(old.ContainsKey).Select(track => old[track])];
        var still = LongestRise(kept);
        return new PlaylistDiff(
            [.. before.Select((track, place) => new PlaylistPlace(track, place)).Where(place => !recent.ContainsKey(place.TrackId))],
            [.. after.Select((track, place) => new PlaylistPlace(track, place)).Where(place => !old.ContainsKey(place.TrackId))],
            [.. kept.Where(place => !still.Contains(place)).Select(place => new PlaylistMove(before[place], place, recent[before[place]]))]);
    }

    /// <summary>The new list, out of the old one.</summary>
    public IReadOnlyList<long> ApplyTo(IReadOnlyList<long> before)
    {
        var gone = Removed.Select(place => place.TrackId).Concat(Moved.Select(move => move.TrackId)).ToHashSet();
        List<long> after = [.. before.Where(track => !gone.Contains(track))];
        foreach (var (track, place) in Added.Concat(Moved.Select(move => new PlaylistPlace(move.TrackId, move.To))).OrderBy(place => place.Position)) after.Insert(place, track);
        return after;
    }

    private static Dictionary<long, int> Places(IReadOnlyList<long> tracks)
    {
        var places = new Dictionary<long, int>(tracks.Count);
        for (var place = 0; place < tracks.Count; place++)
        {
            if (!places.TryAdd(tracks[place], place)) throw new ArgumentException($"Track {tracks[place]} stands twice in the list.", nameof(tracks));
        }

        return places;
    }

    /// <summary>The longest row of values that rises (patience sorting), of several that are as long the one that ends lowest.</summary>
    private static HashSet<int> LongestRise(int[] values)
    {
        List<int> ends = []; // By length, where the lowest end of a row of that length stands.
        var before = new int[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var length = ends.BinarySearch(at, Comparer<int>.Create((a, b) => values[a].CompareTo(values[b])));
            if (length < 0) length = ~length;
            before[at] = length == 0 ? -1 : ends[length - 1];
            if (length == ends.Count) ends.Add(at);
            else ends[length] = at;
        }

        HashSet<int> rise = [];
        for (var at = ends.Count == 0 ? -1 : ends[^1]; at >= 0; at = before[at]) rise.Add(values[at]);
        return rise;
    }
}
