namespace MusicTimeMachine.Features.Accounts;

/// <summary>What somebody enters who makes an account; the form binds to it. No record, since those print what they hold.</summary>
public sealed class NewAccount
{
    /// <summary>The name to sign in with.</summary>
    public string? Name { get; set; }

    /// <summary>The name to show; empty takes <see cref="Name"/>.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>The password once more.</summary>
    public string? RepeatedPassword { get; set; }

    /// <summary>The IANA id of the time zone, as the browser or the person says it; empty takes the server's.</summary>
    public string? TimeZone { get; set; }
}
