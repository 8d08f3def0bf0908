using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Tests.Hosting;

public sealed class DataDirectoryTests
{
    [Fact]
    public void Resolve_Configured_IsThatPathMadeAbsolute() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "music"), DataDirectory.Resolve("./music"));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Resolve_NotConfigured_IsTheSystemsFolderForRootAndThePersonsForOthers(string? configured)
    {
        var expected = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? "/var/lib/music-time-machine"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "music-time-machine");
        Assert.Equal(expected, DataDirectory.Resolve(configured));
    }
}
