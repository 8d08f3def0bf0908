namespace MusicTimeMachine.Features.Demo;

/// <summary>Weights that change one by one, drawn from in logarithmic time (a Fenwick tree).</summary>
internal sealed class DemoWeights(int count)
{
    private readonly double[] _weights = new double[count];
    private readonly double[] _tree = new double[count + 1];

    /// <summary>An item's weight.</summary>
    public double this[int item] => _weights[item];

    /// <summary>Gives an item a weight of zero or more.</summary>
    public void Set(int item, double weight)
    {
        var difference = weight - _weights[item];
        _weights[item] = weight;
        for (var i = item + 1; i < _tree.Length; i += i & -i)
            _tree[i] += difference;
    }

    /// <summary>Gives all items their weights anew, which also forgets the rounding errors of many small changes.</summary>
    public void SetAll(Func<int, double> weight)
    {
        Array.Clear(_tree);
        for (var item = 0; item < _weights.Length; item++)
        {
            _tree[item + 1] += _weights[item] = weight(item);
            var parent = item + 1 + ((item + 1) & -(item + 1));
            if (parent < _tree.Length)
                _tree[parent] += _tree[item + 1];
        }
    }

    /// <summary>An item, each as likely as its weight says; some item when all weigh nothing.</summary>
    public int Draw(DemoRandom random)
    {
        var total = 0.0;
        for (var i = _weights.Length; i > 0; i -= i & -i)
            total += _tree[i];

        var rest = random.NextDouble() * total;
        var position = 0;
        for (var step = HighestBit(_weights.Length); step > 0; step >>= 1)
        {
            var next = position + step;
            if (next >= _tree.Length || _tree[next] > rest)
                continue;
            rest -= _tree[next];
            position = next;
        }

        return Math.Min(position, _weights.Length - 1);
    }

    private static int HighestBit(int number) => 1 << (31 - System.Numerics.BitOperations.LeadingZeroCount((uint)number));
}
