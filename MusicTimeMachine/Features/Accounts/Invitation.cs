namespace MusicTimeMachine.Features.Accounts;

/// <summary>A link with which one person may make an account while registration is closed. Only its hash is stored.</summary>
public sealed class Invitation
{
    /// <summary>Given by the database.</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the secret in the link, 32 bytes.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The role that the new account gets.</summary>
    public UserRole Role { get; set; }

    /// <summary>What the administrator noted, at most 100 characters, such as for whom it is.</summary>
    public required string Note { get; set; }

    /// <summary>The administrator who made it.</summary>
    public Guid CreatedBy { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>It cannot be used from this time on.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was used; an invitation is used once.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
