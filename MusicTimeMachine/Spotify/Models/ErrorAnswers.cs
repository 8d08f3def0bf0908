namespace MusicTimeMachine.Spotify.Models;

/// <summary>A refusal of the Web API: <c>{"error":{"status":403,"message":"…","reason":"…"}}</c>.</summary>
internal sealed record ApiErrorAnswer(ApiError? Error);

/// <summary>What it says.</summary>
internal sealed record ApiError(int Status, string? Message, string? Reason);

/// <summary>A refusal of the token endpoint: <c>{"error":"invalid_grant","error_description":"…"}</c>.</summary>
internal sealed record OAuthErrorAnswer(string? Error, string? ErrorDescription);
