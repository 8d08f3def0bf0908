namespace MusicTimeMachine.Features.Accounts;

/// <summary>Why something was not done.</summary>
/// <param name="Field">The property of the form that is wrong; empty when it is none in particular.</param>
/// <param name="Sentence">What is wrong, for a person.</param>
public sealed record Refusal(string Field, string Sentence);
