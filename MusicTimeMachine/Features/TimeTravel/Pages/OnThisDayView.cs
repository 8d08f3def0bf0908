using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>What the page of a day has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Today">The present day of the person's calendar.</param>
/// <param name="Heard">Whether there is any music at all.</param>
/// <param name="Years">The years with music on the day, the latest first.</param>
public sealed record OnThisDayView(string Choice, Listener Listener, DateOnly Today, bool Heard, IReadOnlyList<DayOfYear> Years);
