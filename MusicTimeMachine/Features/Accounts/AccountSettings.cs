namespace MusicTimeMachine.Features.Accounts;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountSettings
{
    /// <summary>Wrong passwords in a row before the account is locked.</summary>
    public int LockoutAttempts { get; set; } = 5;

    /// <summary>How long it is locked, in minutes.</summary>
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Attempts to sign in that one address has per minute.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>How long a session lasts without a visit, in days.</summary>
    public int SessionDays { get; set; } = 30;

    /// <summary>How long an invitation can be used, in days.</summary>
    public int InvitationDays { get; set; } = 7;
}
