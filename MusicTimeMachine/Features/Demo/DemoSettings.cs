namespace MusicTimeMachine.Features.Demo;

/// <summary>Section <c>Demo</c>.</summary>
public sealed class DemoSettings
{
    /// <summary>Whether newcomers may look around in the demo library.</summary>
    public bool Enabled { get; set; }
}
