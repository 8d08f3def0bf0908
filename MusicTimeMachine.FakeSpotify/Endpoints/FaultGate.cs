using System.Globalization;
using System.Text;
using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>Notes each call, and lets those go wrong that shall.</summary>
internal static class FaultGate
{
    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var world = http.RequestServices.GetRequiredService<FakeWorld>();
        var path = http.Request.Path + http.Request.QueryString.ToString();
        world.Note(new FakeCall(http.Request.Method, path, world.Now));
        if (world.Faults.Take(path) is not { } fault)
        {
            await next(http);
            return;
        }

        switch (fault.Kind)
        {
            case FaultKind.RateLimited:
                // Its body is plain text in the rate limit's own answers.
                Limit(http, fault.RetryAfter);
                await http.Response.WriteAsync("Too many requests", http.RequestAborted);
                break;
            case FaultKind.Quota:
                await QuotaAsync(http, fault.RetryAfter);
                break;
            case FaultKind.ServerError:
                await Answers.Error(fault.Status, "Service unavailable").ExecuteAsync(http);
                break;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, http.RequestAborted);
                if (fault.Until is { } until) await until.WaitAsync(http.RequestAborted);
                await next(http);
                break;
            case FaultKind.Truncated:
                http.Response.ContentType = "application/json; charset=utf-8";
                await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("""{"items":[{"track":{"name":"Coun"""), http.RequestAborted);
                break;
            case FaultKind.WrongContentType:
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<!doctype html><title>One moment</title>", http.RequestAborted);
                break;
            default:
                http.Abort();
                break;
        }
    }

    /// <summary>A 429 with the time to wait, if it is said.</summary>
    public static void Limit(HttpContext http, TimeSpan? retryAfter)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (retryAfter is { } wait) http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The 429 of the quota.</summary>
    public static async Task QuotaAsync(HttpContext http, TimeSpan? retryAfter)
    {
        Limit(http, retryAfter);
        await Results.Json(new { Error = new { Status = 429, Message = "Too many requests", Reason = "QUOTA_EXCEEDED" } }, statusCode: 429).ExecuteAsync(http);
    }
}
