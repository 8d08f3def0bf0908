using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Api;

/// <summary>How often one token may ask per minute. It counts after the token was found good, so nobody can use up another's.</summary>
internal sealed class ApiLimit(ApiSettings settings) : IRateLimiterPolicy<string>
{
    public const string Name = "api";

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = async (rejected, _) =>
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Ceiling(after.TotalSeconds) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await ApiProblem.TooManyRequests(wait).ExecuteAsync(rejected.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            Convert.ToHexString(Secret.Hash(ApiTokenHandler.TokenOf(httpContext.Request) ?? "")),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = settings.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
