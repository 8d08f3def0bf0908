using System.CommandLine;
using System.Text.Json;
using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Features.Accounts;

/// <summary><c>user add</c> and <c>user list</c>.</summary>
internal static class UserVerb
{
    public static Command Create() => new("user", "Add and list people.") { Add(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "The name to sign in with." };
        var admin = new Option<bool>("--admin") { Description = "Make the person an administrator." };
        var timeZone = new Option<string?>("--time-zone") { Description = "An IANA id such as Europe/Zurich; without it the server's." };
        var verb = new Command("add", "Add a person; the password is read from standard input.") { name, admin, timeZone };
        verb.SetAction((parsed, cancellationToken) => Verb.RunAsync(async (services, stopping) =>
        {
            var password = await PasswordPrompt.ReadAsync(stopping);
            var wanted = new NewAccount
            {
                Name = parsed.GetRequiredValue(name),
                Password = password,
                RepeatedPassword = password,
                TimeZone = parsed.GetValue(timeZone),
            };
            var role = parsed.GetValue(admin) ? UserRole.Admin : UserRole.Member;
            var made = await services.GetRequiredService<Registration>().AddAsync(wanted, role, stopping);
            if (made.UserId is null) throw new VerbException(string.Join(" ", made.Refusals.Select(refusal => refusal.Sentence)));
            await Console.Out.WriteLineAsync($"{AccountNames.Clean(wanted.Name)} can sign in now{(role == UserRole.Admin ? " and is an administrator" : "")}.");
            return 0;
        }, cancellationToken));
        return verb;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var verb = new Command("list", "List the people.") { json };
        verb.SetAction((parsed, cancellationToken) => Verb.RunAsync(async (services, stopping) =>
        {
            var people = await services.GetRequiredService<People>().ListAsync(stopping);
            if (parsed.GetValue(json))
            {
                var users = people.Select(person => new
                {
                    person.Id,
                    person.Name,
                    person.DisplayName,
                    Role = person.Role == UserRole.Admin ? Policies.AdminRole : Policies.MemberRole,
                    person.TimeZone,
                    person.Disabled,
                    person.Demo,
                    person.CreatedAt,
                });
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { Users = users }, JsonSerializerOptions.Web));
                return 0;
            }

            foreach (var person in people)
            {
                string[] marks = [person.Role == UserRole.Admin ? "administrator" : "member", .. person.Demo ? ["demo"] : Array.Empty<string>(), .. person.Disabled ? ["disabled"] : Array.Empty<string>()];
                await Console.Out.WriteLineAsync($"{person.Name}\t{string.Join(", ", marks)}\t{person.TimeZone}");
            }

            return 0;
        }, cancellationToken));
        return verb;
    }
}
