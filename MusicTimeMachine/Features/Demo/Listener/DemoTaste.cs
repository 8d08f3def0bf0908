namespace MusicTimeMachine.Features.Demo;

/// <summary>Which families of genres the listener is drawn to; the taste drifts over the years.</summary>
internal sealed class DemoTaste
{
    private const int DaysBetweenTurns = 150;

    // Fond of a bit of everything, with a home in rock, folk and electronic music; order of DemoFamily.
    private static readonly double[] Fondness = [1.0, .95, .8, .65, .6, .85, .5, .6, .4, .35, .4, .3, .25];

    private readonly double[][] _turns;
    private readonly double[] _today = new double[Fondness.Length];

    /// <summary>Draws how the taste will drift over this many days.</summary>
    public DemoTaste(DemoRandom random, int days)
    {
        _turns = new double[(days / DaysBetweenTurns) + 2][];
        for (var turn = 0; turn < _turns.Length; turn++)
        {
            var weights = new double[Fondness.Length];
            for (var family = 0; family < weights.Length; family++)
            {
                var swing = random.NextDouble();
                weights[family] = Fondness[family] * (.08 + (1.5 * swing * swing));
            }

            // Every turn has a passion of its own.
            weights[random.Next(weights.Length)] += .9;
            _turns[turn] = weights;
        }
    }

    /// <summary>The pull of every family on a day; the order is that of <see cref="DemoFamily"/>, the strongest is 1.</summary>
    /// <param name="day">The day's number in the listening, from 0.</param>
    /// <param name="away">Whether the listener is away, where the music of other places is in the air.</param>
    public ReadOnlySpan<double> On(int day, bool away)
    {
        var (before, after) = (_turns[day / DaysBetweenTurns], _turns[(day / DaysBetweenTurns) + 1]);
        var way = day % DaysBetweenTurns / (double)DaysBetweenTurns;
        var strongest = 0.0;
        for (var family = 0; family < _today.Length; family++)
        {
            _today[family] = before[family] + ((after[family] - before[family]) * way);
            if (away)
                _today[family] *= (DemoFamily)family is DemoFamily.Latin or DemoFamily.Reggae or DemoFamily.African or DemoFamily.Pop ? 4 : .35;
            strongest = Math.Max(strongest, _today[family]);
        }

        for (var family = 0; family < _today.Length; family++)
            _today[family] /= strongest;
        return _today;
    }
}
