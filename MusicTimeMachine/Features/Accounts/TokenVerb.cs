using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Features.Accounts;

/// <summary><c>token create</c>: makes a token for a person and prints it, once.</summary>
internal static class TokenVerb
{
    public static Command Create()
    {
        var user = new Option<string>("--user") { Description = "The person whom the token speaks for.", Required = true };
        var name = new Option<string>("--name") { Description = "What the token is called, such as the program that uses it.", Required = true };
        var create = new Command("create", "Make a token and print it; it is not shown again.") { user, name };
        create.SetAction((parsed, cancellationToken) => Verb.RunAsync(async (services, stopping) =>
        {
            var who = AccountNames.Clean(parsed.GetRequiredValue(user));
            if (AccountNames.Refuse(who) is { } problem) throw new VerbException(problem);
            await using var context = await services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(stopping);
            var person = await context.NamedAsync(who, stopping) ?? throw new VerbException($"Nobody is called \"{who}\"; \"user list\" shows who is there.");
            if (person.Demo) throw new VerbException("The demo library's account has no tokens.");
            var (token, refusal) = await services.GetRequiredService<ApiTokens>().CreateAsync(person.Id, parsed.GetRequiredValue(name), stopping);
            await Console.Out.WriteLineAsync(token ?? throw new VerbException(refusal!.Sentence));
            return 0;
        }, cancellationToken));
        return new Command("token", "Make tokens with which programs speak for a person.") { create };
    }
}
