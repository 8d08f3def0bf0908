using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Library.Pages;

/// <summary>What the page of likes shows.</summary>
/// <param name="Choice">What was asked for, as the address says it.</param>
/// <param name="Listener">Whose likes.</param>
/// <param name="Count">How much they like.</param>
/// <param name="Found">How many likes were asked for.</param>
/// <param name="Items">The first of these.</param>
/// <param name="Hints">What was not understood, as sentences.</param>
public sealed record LikesView(string Choice, Listener Listener, LikesCount Count, int Found, IReadOnlyList<LikeRow> Items, IReadOnlyList<string> Hints);
