namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>What the history page says before its list: how many plays from when to when.</summary>
/// <param name="Plays">All shown plays.</param>
/// <param name="Span">Their first and last day; null for an empty history.</param>
public sealed record HistoryView(int Plays, ListeningSpan? Span);
