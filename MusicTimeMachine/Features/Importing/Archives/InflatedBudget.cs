namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>Counts the bytes that the entries of one zip unpack to, together.</summary>
internal sealed class InflatedBudget(long bytes)
{
    private long _left = bytes;

    /// <summary>Takes from the budget; false when it is used up.</summary>
    public bool TryTake(int count) => (_left -= count) >= 0;
}
