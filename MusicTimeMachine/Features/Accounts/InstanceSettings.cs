namespace MusicTimeMachine.Features.Accounts;

/// <summary>What an administrator sets for the whole server in the browser. There is one row.</summary>
public sealed class InstanceSettings
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    /// <summary>Whether anybody who reaches the server may make an account.</summary>
    public bool RegistrationOpen { get; set; }
}
