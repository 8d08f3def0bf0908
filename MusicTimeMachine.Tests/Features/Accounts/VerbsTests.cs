using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Hosting;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class VerbsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UserAndToken_FromTheCommandLine_WorkInTheApp()
    {
        Assert.Equal((0, "Ada can sign in now and is an administrator.\n", ""), await RunAsync(AccountsFixture.Password + "\n", "user", "add", " Ada ", "--admin", "--time-zone", "Asia/Calcutta"));
        Assert.Equal((0, "bob can sign in now.\n", ""), await RunAsync(AccountsFixture.Password, "user", "add", "bob", "--time-zone", "UTC"));
        var (listed, list, complaint) = await RunAsync("", "user", "list");
        Assert.Equal((0, ""), (listed, complaint));
        Assert.StartsWith("Ada\tadministrator\tAsia/Kolkata\nbob\tmember\tUTC\n", list, StringComparison.Ordinal);

        var json = JsonDocument.Parse((await RunAsync("", "user", "list", "--json")).Output).RootElement;
        await using var context = database.CreateDbContext();
        var ada = await context.Users.SingleAsync(user => user.Name == "Ada", Stop);
        Assert.Equal(
            $$"""{"id":"{{ada.Id}}","name":"Ada","displayName":"Ada","role":"admin","timeZone":"Asia/Kolkata","disabled":false,"demo":false,"createdAt":{{JsonSerializer.Serialize(ada.CreatedAt)}}}""",
            json.GetProperty("users")[0].GetRawText());
        Assert.Equal(ada.Id, (await new AccountsFixture(database).Check.CheckAsync("ada", AccountsFixture.Password, Stop)).UserId);

        var (code, token, error) = await RunAsync("", "token", "create", "--user", "ADA", "--name", "desk player");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(ada.Id, await new ApiTokens(database, TimeProvider.System).VerifyAsync(token.TrimEnd('\n'), Stop));
    }

    [Fact]
    public async Task UserAndToken_WrongInput_EndWithOneAndOneLine()
    {
        await new AccountsFixture(database).AddAsync("taken");

        Assert.Equal((1, "", "This name is taken. Choose another.\n"), await RunAsync(AccountsFixture.Password, "user", "add", "TAKEN"));
        Assert.Equal((1, "", "The password is too short: 5 characters, and 10 are the fewest.\n"), await RunAsync("short\n", "user", "add", "somebody"));
        Assert.Equal((1, "", "This time zone is not known. Choose one such as Europe/Zurich or America/New_York.\n"), await RunAsync(AccountsFixture.Password, "user", "add", "somebody", "--time-zone", "Mars/Olympus"));
        Assert.Equal((1, "", "Nobody is called \"nobody\"; \"user list\" shows who is there.\n"), await RunAsync("", "token", "create", "--user", "nobody", "--name", "x"));
    }

    /// <summary>Runs the real executable on the class's database.</summary>
    private async Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MusicTimeMachineApp).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__MusicTimeMachine"] = database.ConnectionString;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
