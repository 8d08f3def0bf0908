namespace MusicTimeMachine.Features.Api;

/// <summary>The section <c>Api</c> of the settings.</summary>
public sealed class ApiSettings
{
    /// <summary>Requests that one token has per minute.</summary>
    public int RequestsPerMinute { get; init; } = 600;
}
