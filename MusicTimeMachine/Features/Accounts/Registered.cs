namespace MusicTimeMachine.Features.Accounts;

/// <summary>What came of the wish for an account: the account's id, or why there is none.</summary>
/// <param name="UserId">The new account; null when it was refused.</param>
/// <param name="Refusals">Everything that is wrong; empty when there is an account.</param>
public sealed record Registered(Guid? UserId, IReadOnlyList<Refusal> Refusals)
{
    internal static Registered As(Guid userId) => new(userId, []);

    internal static Registered Not(params IReadOnlyList<Refusal> refusals) => new(null, refusals);
}
