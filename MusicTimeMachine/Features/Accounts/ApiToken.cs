namespace MusicTimeMachine.Features.Accounts;

/// <summary>A token with which a program speaks for a person. Only its hash is stored.</summary>
public sealed class ApiToken
{
    /// <summary>Given by the database.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose token it is.</summary>
    public Guid UserId { get; set; }

    /// <summary>What the person calls it, 1 to 100 characters.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last used; null before the first time.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
