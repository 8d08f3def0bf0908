namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>Numbers ids from 0 in the order in which they turn up, so that an array can count them.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<long> _ids = [];

    /// <summary>How many ids have a number.</summary>
    public int Count => _ids.Count;

    /// <summary>The number of an id; a new one when it has none.</summary>
    public int Of(long id)
    {
        if (_numbers.TryGetValue(id, out var number)) return number;
        _numbers.Add(id, number = _ids.Count);
        _ids.Add(id);
        return number;
    }

    /// <summary>The ids by their numbers, as of now.</summary>
    public long[] Ids() => [.. _ids];

    /// <summary>The ids of some numbers.</summary>
    public long[] Ids(IEnumerable<int> numbers) => [.. numbers.Select(number => _ids[number])];
}
