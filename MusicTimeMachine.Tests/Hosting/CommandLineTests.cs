using MusicTimeMachine.Tests.Features.Importing;

namespace MusicTimeMachine.Tests.Hosting;

/// <summary>Whatever is mistyped ends with one line that says so.</summary>
public sealed class CommandLineTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody";

    [Theory]
    [InlineData("\"--bogus\" is no setting. Settings are given as --Key=value, such as --Urls=http://127.0.0.1:8080; appsettings.json lists them.", "--bogus")]
    [InlineData("\"--Bogus=1\" is no setting. Settings are given as --Key=value, such as --Urls=http://127.0.0.1:8080; appsettings.json lists them.", "--Demo:Enabled=true", "--Bogus=1")]
    [InlineData("\"serve\" is no verb; --help lists them.", "serve")]
    [InlineData("\"lisst\" is not known here. --help says what is.", "user", "list", "lisst")]
    [InlineData("The database did not answer: Failed to connect to 127.0.0.1:1. If ConnectionStrings:MusicTimeMachine is set, check the address in it and the server that it names.", "user", "list")]
    public async Task Nonsense_EndsWithOneLine(string line, params string[] args)
    {
        var (code, output, error) = await CommandLineApp.RunAsync(Nowhere, args);

        Assert.Equal((1, "", line + "\n"), (code, output, error));
    }
}
