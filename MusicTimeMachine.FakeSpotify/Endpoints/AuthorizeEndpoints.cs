using System.Net;
using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>The page on which a person allows an app what it asks for, or does not.</summary>
internal static class AuthorizeEndpoints
{
    private static readonly string[] Passed = ["client_id", "redirect_uri", "state", "scope", "code_challenge"];

    public static void MapAuthorize(this WebApplication app)
    {
        app.MapGet("/authorize", Show);
        app.MapPost("/authorize", (Delegate)DecideAsync);
    }

    private static IResult Show(HttpContext http)
    {
        var query = http.Request.Query;
        if (Refuse(ApiGate.World(http), name => query[name].ToString()) is { } refusal) return refusal;
        if (query["response_type"] != "code") return Results.Text("response_type must be code", statusCode: 400);
        if (query.ContainsKey("code_challenge") && query["code_challenge_method"] != "S256") return Results.Text("code_challenge_method must be S256", statusCode: 400);
        return Results.Content(Page(ApiGate.World(http), name => query[name].ToString()), "text/html; charset=utf-8");
    }

    private static async Task<IResult> DecideAsync(HttpContext http)
    {
        var world = ApiGate.World(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Refuse(world, name => form[name].ToString()) is { } refusal) return refusal;
        var redirect = form["redirect_uri"].ToString();
        var state = form["state"].ToString() is { Length: > 0 } given ? "&state=" + Uri.EscapeDataString(given) : "";
        if (form["decision"] != "allow") return Results.Redirect($"{redirect}?error=access_denied{state}");
        if (world.FindPerson(form["person"]) is not { } person) return Results.Text("Nobody is called that.", statusCode: 400);
        var app = world.FindApp(form["client_id"])!;
        var scopes = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(app.WithheldScopes, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var challenge = form["code_challenge"].ToString() is { Length: > 0 } asked ? asked : null;
        var code = world.Grants.Code(new FakeCode(new FakeGrant(app.ClientId, person.Id, scopes, world.Now), redirect, challenge));
        return Results.Redirect($"{redirect}?code={code}{state}");
    }

    /// <summary>An unknown app or address is told on the page itself: nothing may be sent to an address that nobody registered.</summary>
    private static IResult? Refuse(FakeWorld world, Func<string, string> read)
    {
        if (world.FindApp(read("client_id")) is not { } app) return Results.Text("INVALID_CLIENT: Invalid client", statusCode: 400);
        return app.MayReturnTo(read("redirect_uri")) ? null : Results.Text("INVALID_CLIENT: Invalid redirect URI", statusCode: 400);
    }

    private static string Page(FakeWorld world, Func<string, string> read)
    {
        var hidden = string.Concat(Passed.Select(name => $"""<input type="hidden" name="{name}" value="{WebUtility.HtmlEncode(read(name))}">"""));
        var people = string.Concat(world.People.Select((person, index) =>
            $"""<p><label><input type="radio" name="person" value="{WebUtility.HtmlEncode(person.Id)}"{(index == 0 ? " checked" : "")}> {WebUtility.HtmlEncode(person.DisplayName ?? person.Id)}</label></p>"""));
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
              <title>Not Spotify</title>
              <style>body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem } button { font: inherit; padding: .4rem 1.2rem }</style>
            </head>
            <body>
              <main>
                <h1>This is not Spotify</h1>
                <p>An app asks for: {{WebUtility.HtmlEncode(read("scope"))}}</p>
                <form method="post" action="/authorize">
                  {{hidden}}
                  <fieldset><legend>Who are you?</legend>{{people}}</fieldset>
                  <p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p>
                </form>
              </main>
            </body>
            </html>
            """;
    }
}
