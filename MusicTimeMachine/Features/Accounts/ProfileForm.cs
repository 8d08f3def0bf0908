namespace MusicTimeMachine.Features.Accounts;

/// <summary>What people set for themselves, as the form binds to it.</summary>
public sealed class ProfileForm
{
    /// <summary>The name that is shown, 1 to 100 characters.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The IANA id of the time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The shortest time listened for a play to count, in seconds, 0 to 600.</summary>
    public int CountedFromSeconds { get; set; }
}
