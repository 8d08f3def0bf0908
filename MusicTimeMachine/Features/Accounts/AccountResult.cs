namespace MusicTimeMachine.Features.Accounts;

/// <summary>What came of making an account or proving that one has it: the account's id, or why not.</summary>
/// <param name="UserId">The account; null when it was refused.</param>
/// <param name="Refusals">Everything that is wrong; empty when nothing is.</param>
public sealed record AccountResult(Guid? UserId, IReadOnlyList<Refusal> Refusals)
{
    internal static AccountResult As(Guid userId) => new(userId, []);

    internal static AccountResult Not(params IReadOnlyList<Refusal> refusals) => new(null, refusals);
}
