namespace MusicTimeMachine.Benchmarks;

/// <summary>It is noon of a day, and stays so.</summary>
internal sealed class Noon(DateOnly day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
