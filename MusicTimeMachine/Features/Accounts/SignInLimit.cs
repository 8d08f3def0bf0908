using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>
/// How often one address may try passwords, make accounts or look around, per minute. Reading the pages is free. The
/// addresses of IPv6 count by their /64, since whoever has one has all of it.
/// </summary>
internal sealed class SignInLimit(AccountSettings settings) : IRateLimiterPolicy<string>
{
    public const string Name = "sign-in";

    private const string Html =
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
          <title>Too many attempts · Music Time Machine</title>
          <style>body { font: 1.125rem/1.6 system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0 1rem; text-align: center }</style>
        </head>
        <body><main><h1>Too many attempts</h1><p>There were too many attempts from your address. Wait a minute, then go back and try again.</p></main></body>
        </html>
        """;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = async (rejected, cancellationToken) =>
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var response = rejected.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(Html, cancellationToken);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(Network(httpContext.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = settings.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            })
            : RateLimitPartition.GetNoLimiter("");

    internal static string Network(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
