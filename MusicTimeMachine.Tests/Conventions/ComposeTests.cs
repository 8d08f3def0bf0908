using System.Text.RegularExpressions;

namespace MusicTimeMachine.Tests.Conventions;

/// <summary>What must not slip out of the container files.</summary>
public sealed partial class ComposeTests
{
    [Fact]
    public async Task Compose_EveryPassword_ComesFromTheEnvironmentAndIsRequired()
    {
        var passwords = Password().Matches(await ReadAsync("compose.yaml")).Select(m => m.Groups["value"].Value);
        Assert.Equal(Enumerable.Repeat("${POSTGRES_PASSWORD:?put POSTGRES_PASSWORD=something-long into the file .env}", 2), passwords);
    }

    [Fact]
    public async Task Compose_Ports_AreOpenToThisMachineAloneUnlessAsked()
    {
        var ports = Port().Matches(await ReadAsync("compose.yaml")).Select(m => m.Groups["value"].Value);
        Assert.Equal(["${MTM_ADDRESS:-127.0.0.1:5080}:8080"], ports);
    }

    [Fact]
    public async Task Compose_NameAndProxies_CanBeSetInTheEnvironmentAndAreEmptyOtherwise()
    {
        var lines = (await ReadAsync("compose.yaml")).Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains("AllowedHosts: ${MTM_ALLOWED_HOSTS:-}", lines);
        Assert.Contains("TrustedProxies: ${MTM_TRUSTED_PROXIES:-}", lines);
    }

    [Fact]
    public async Task Dockerfile_LastStage_RunsAsAnOrdinaryUser()
    {
        var lastStage = (await ReadAsync("Dockerfile")).Split("FROM ")[^1].Split('\n');
        Assert.Equal(["USER $APP_UID"], lastStage.Where(line => line.StartsWith("USER", StringComparison.Ordinal)));
    }

    private static Task<string> ReadAsync(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "MusicTimeMachine.sln")))
            root = root.Parent;
        return File.ReadAllTextAsync(Path.Combine(root.FullName, name), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^ +\w*PASSWORD: (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Password();

    [GeneratedRegex(@"^ +- ""(?<value>[^""]*:\d+)""$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Port();
}
