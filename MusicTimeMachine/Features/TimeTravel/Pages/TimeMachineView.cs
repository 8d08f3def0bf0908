using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>What the time machine has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Today">The present day of the person's calendar.</param>
/// <param name="Span">From when to when there are plays; null for an empty history.</param>
/// <param name="Months">The months of the history.</param>
/// <param name="Data">The data; null for an empty history.</param>
public sealed record TimeMachineView(
    string Choice, Listener Listener, DateOnly Today, ListeningSpan? Span, IReadOnlyList<TimelineMonth> Months, TimeTravelData? Data);
