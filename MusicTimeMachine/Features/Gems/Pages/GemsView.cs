using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Gems.Pages;

/// <summary>What the page of forgotten gems has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Span">From when to when there are plays; null for an empty history.</param>
/// <param name="Gems">The gems.</param>
/// <param name="Hidden">What is hidden.</param>
public sealed record GemsView(string Choice, Listener Listener, ListeningSpan? Span, GemList Gems, IReadOnlyList<HiddenSong> Hidden);
