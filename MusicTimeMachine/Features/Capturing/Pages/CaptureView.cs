namespace MusicTimeMachine.Features.Capturing.Pages;

/// <summary>What the panel of captures shows.</summary>
/// <param name="Captures">How each stands.</param>
/// <param name="Gaps">How many gaps are open.</param>
public sealed record CaptureView(IReadOnlyList<CaptureState> Captures, int Gaps);
