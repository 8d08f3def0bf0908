namespace MusicTimeMachine.Spotify;

/// <summary>A call to be made, maybe several times.</summary>
/// <param name="ClientId">The app that asks.</param>
/// <param name="Create">Makes the request; one can be sent once only.</param>
/// <param name="IsRepeatable">Whether doing it twice is the same as doing it once.</param>
/// <param name="HeedsBlock">Whether it is not even tried while Spotify wants to be left alone.</param>
internal sealed record SpotifyCall(string ClientId, Func<HttpRequestMessage> Create, bool IsRepeatable, bool HeedsBlock);
