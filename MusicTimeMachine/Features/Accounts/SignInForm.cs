namespace MusicTimeMachine.Features.Accounts;

/// <summary>What somebody enters who signs in. No record, since those print what they hold.</summary>
public sealed class SignInForm
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }
}
