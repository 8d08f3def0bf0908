namespace MusicTimeMachine.Features.Accounts;

/// <summary>The signed-in person, as far as pages need them.</summary>
/// <param name="UserId">Comes first in every query.</param>
/// <param name="DisplayName">The name that is shown.</param>
/// <param name="TimeZone">The IANA id of the zone in which their days begin.</param>
/// <param name="IsAdmin">Whether they administer the server.</param>
/// <param name="IsDemo">Whether they look around in the demo library and may change nothing.</param>
public sealed record Listener(Guid UserId, string DisplayName, string TimeZone, bool IsAdmin, bool IsDemo);
