namespace MusicTimeMachine.Features.Accounts;

/// <summary>What a person may do on this server.</summary>
public enum UserRole
{
    /// <summary>Sees and changes what is theirs.</summary>
    Member,

    /// <summary>Also invites people, opens registration and sees the server's state.</summary>
    Admin,
}

/// <summary>A person with an account on this server. Everything else that a person owns hangs on the id.</summary>
public sealed class User
{
    /// <summary>Given by the database.</summary>
    public Guid Id { get; set; }

    /// <summary>The name to sign in with: 1 to 64 characters, unique ignoring case.</summary>
    public required string Name { get; set; }

    /// <summary>The name that is shown, 1 to 100 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>From <c>PasswordHasher</c>; null for a person who cannot sign in with a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>What the person may do.</summary>
    public UserRole Role { get; set; }

    /// <summary>The IANA id of the time zone in which the person's days begin, such as "Europe/Zurich".</summary>
    public required string TimeZone { get; set; }

    /// <summary>Shortest time listened, in milliseconds, for a play to count; 0 to 600,000.</summary>
    public int CountedFromMs { get; set; } = 30_000;

    /// <summary>Wrong passwords in a row since the last right one.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>No sign-in with a password before this time.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Whether the account may not sign in.</summary>
    public bool Disabled { get; set; }

    /// <summary>Whether this is the demo library's account, which newcomers may look around in.</summary>
    public bool Demo { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
