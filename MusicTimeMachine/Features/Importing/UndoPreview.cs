namespace MusicTimeMachine.Features.Importing;

/// <summary>What undoing an import would do.</summary>
/// <param name="Going">Plays that would go.</param>
/// <param name="Staying">Plays that stay, because another import reported them too.</param>
public sealed record UndoPreview(long Going, long Staying);
