namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>A call that came to the server.</summary>
/// <param name="Method">Such as "GET".</param>
/// <param name="Path">Path and query, such as "/v1/me/tracks?limit=50".</param>
/// <param name="At">When it came.</param>
public sealed record FakeCall(string Method, string Path, DateTimeOffset At);
