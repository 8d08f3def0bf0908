using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>What the first page has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Today">The present day of the person's calendar.</param>
/// <param name="Span">From when to when there are plays; null for an empty history.</param>
/// <param name="Data">The data; null for an empty history.</param>
public sealed record HomeView(string Choice, Listener Listener, DateOnly Today, ListeningSpan? Span, HomeData? Data);
