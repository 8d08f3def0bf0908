namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>The plays that somebody has ticked in a list.</summary>
/// <param name="changed">Draws the list anew.</param>
public sealed class MarkedPlays(Action changed)
{
    private readonly HashSet<long> _ids = [];

    /// <summary>The most that can be ticked at once.</summary>
    public const int Most = PlaysOfQuery.MostIds;

    /// <summary>Whether the list is for ticking now.</summary>
    public bool IsOn { get; private set; }

    /// <summary>How many are ticked.</summary>
    public int Count => _ids.Count;

    /// <summary>Their numbers.</summary>
    public IReadOnlyCollection<long> Ids => _ids;

    /// <summary>The play that was ticked last: a range begins there.</summary>
    public PlayCursor? Last { get; private set; }

    /// <summary>Whether a play is ticked.</summary>
    public bool Has(long id) => _ids.Contains(id);

    /// <summary>Begins to tick, or ends it and forgets what was ticked.</summary>
    public void Turn(bool on)
    {
        IsOn = on;
        Clear();
    }

    /// <summary>Ticks a play, or takes the tick away.</summary>
    public void Toggle(PlayRow play)
    {
        ArgumentNullException.ThrowIfNull(play);
        if (!_ids.Remove(play.Id) && _ids.Count < Most) _ids.Add(play.Id);
        Last = play.Cursor;
        changed();
    }

    /// <summary>Ticks many, as far as there is room.</summary>
    public void Add(IEnumerable<long> ids, PlayCursor last)
    {
        _ids.UnionWith(ids.Where(id => !_ids.Contains(id)).Take(Most - _ids.Count).ToList());
        Last = last;
        changed();
    }

    /// <summary>Takes all ticks away.</summary>
    public void Clear()
    {
        _ids.Clear();
        Last = null;
        changed();
    }
}
