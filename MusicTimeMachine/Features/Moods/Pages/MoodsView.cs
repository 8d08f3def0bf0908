using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Moods.Pages;

/// <summary>What the page of moods has loaded.</summary>
/// <param name="Choice">The part of the address that it was loaded for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Span">From when to when there are plays; null for an empty history.</param>
/// <param name="Matrix">The moods; null for an empty history.</param>
/// <param name="Songs">The songs of the chosen region; null without one.</param>
/// <param name="Page">Which page of them, from 1.</param>
public sealed record MoodsView(string Choice, Listener Listener, ListeningSpan? Span, MoodMatrix? Matrix, MoodSongList? Songs, int Page);
