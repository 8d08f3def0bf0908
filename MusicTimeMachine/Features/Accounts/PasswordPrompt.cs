using System.Text;
using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Reads a new password from standard input: one line of a pipe, or twice from a terminal without showing it.</summary>
internal static class PasswordPrompt
{
    public static async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(cancellationToken) ?? throw new VerbException("The password is missing: give it on standard input.");

        var password = await AskAsync("Password: ", cancellationToken);
        if (await AskAsync("Once more: ", cancellationToken) != password) throw new VerbException("The two passwords differ.");
        return password;
    }

    private static async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        // Questions go to standard error: standard output may be a file.
        await Console.Error.WriteAsync(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
