using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Api;

/// <summary>What the API answers when it cannot do what was asked: problem details (RFC 9457) whose <c>detail</c> says what to do.</summary>
internal static partial class ApiProblem
{
    /// <summary>The request makes no sense.</summary>
    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, "The request cannot be understood.", detail);

    /// <summary>There is no such thing, or it is somebody else's.</summary>
    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "Not found.", detail);

    /// <summary>There is such a thing, but this cannot be done with it.</summary>
    public static IResult MethodNotAllowed(string detail) => Of(StatusCodes.Status405MethodNotAllowed, "Not with this method.", detail);

    /// <summary>It exists, but this person may not do it.</summary>
    public static IResult NotYours(string detail) => Of(StatusCodes.Status403Forbidden, "This is not for you.", detail);

    /// <summary>The token has asked too often.</summary>
    public static IResult TooManyRequests(double seconds) => Of(
        StatusCodes.Status429TooManyRequests, "Too many requests.", $"This token has used up its requests. Wait {seconds:N0} seconds; the header Retry-After says so too.");

    /// <summary>Answers what an endpoint has thrown.</summary>
    public static Task HandleAsync(HttpContext http) => (http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException bad => Of(bad.StatusCode, "The request cannot be understood.", Say(bad)),
        { } exception when DatabaseOutage.Is(exception) => Of(StatusCodes.Status503ServiceUnavailable, "The database did not answer.", DatabaseOutage.Sentence),
        _ => Of(StatusCodes.Status500InternalServerError, "Something went wrong on the server.", "Its log says what. Nothing is lost; try again."),
    }).ExecuteAsync(http);

    private static IResult Of(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);

    /// <summary>The framework says <c>Failed to bind parameter "Nullable&lt;int&gt; Limit" from "many".</c></summary>
    private static string Say(BadHttpRequestException bad)
    {
        if (Unbound().Match(bad.Message) is not { Success: true } unbound) return bad.Message;
        var number = unbound.Groups["type"].Value is "int" or "long" or "Nullable<int>" or "Nullable<long>";
        return $"The parameter {JsonNamingPolicy.CamelCase.ConvertName(unbound.Groups["name"].Value)} cannot be \"{unbound.Groups["value"]}\"{(number ? ": it is a whole number" : "")}.";
    }

    [GeneratedRegex("^Failed to bind parameter \"(?<type>[^ ]+) (?<name>[^ \"]+)\" from \"(?<value>.*)\"", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unbound();
}
