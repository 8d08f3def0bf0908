using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Evolution.Pages;

/// <summary>What the page has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Span">From when to when there are plays; null for an empty history.</param>
/// <param name="Data">The data; null for an empty history.</param>
public sealed record EvolutionView(string Choice, Listener Listener, ListeningSpan? Span, EvolutionData? Data);
