using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Build_SeveralWrongSettings_NamesThemAllAtOnce()
    {
        (string Key, string Value)[] settings =
        [
            ("Accounts:SessionDays", "0"), ("Imports:MaxErrors", "2000000"), ("AllowedHosts", "https://music.example.org; music.example.org:443; music.lan"),
            ("Spotify:ClientSecret", "with spaces"), ("Spotify:ApiAddress", "http://api.example.org/v1/"), ("Spotify:AccountsAddress", "accounts"), ("Spotify:TimeoutSeconds", "0"),
            ("TrustedProxies", "proxy, 172.18.0.0/33; 10.1; 192.168.1.2, 172.18.0.0/16"),
        ];

        var refused = Assert.Throws<SettingsException>(() => MusicTimeMachineApp.Build([], builder =>
        {
            foreach (var (key, value) in settings) builder.Configuration[key] = value;
        }));

        Assert.Equal(
        [
            "The settings are wrong:",
            "  Imports:MaxErrors must be between 1 and 1,000,000.",
            "  Accounts:SessionDays must be between 1 and 365.",
            "  Spotify:ClientSecret must be the client secret as Spotify's dashboard shows it: letters and digits only.",
            "  Spotify:ClientSecret is set, but Spotify:ClientId is not; set both, or neither.",
            "  Spotify:AccountsAddress must be an address that begins with https:// (http:// on 127.0.0.1 alone).",
            "  Spotify:ApiAddress must be an address that begins with https:// (http:// on 127.0.0.1 alone).",
            "  Spotify:TimeoutSeconds must be between 1 and 300.",
            "  AllowedHosts: \"https://music.example.org\" is no host name. Give names alone, without https:// and without a port, such as music.example.org; *.example.org is all names below it.",
            "  AllowedHosts: \"music.example.org:443\" is no host name. Give names alone, without https:// and without a port, such as music.example.org; *.example.org is all names below it.",
            "  TrustedProxies: \"proxy\" is neither an address such as 192.168.1.2 nor a network such as 172.18.0.0/16.",
            "  TrustedProxies: \"172.18.0.0/33\" is neither an address such as 192.168.1.2 nor a network such as 172.18.0.0/16.",
            "  TrustedProxies: \"10.1\" is neither an address such as 192.168.1.2 nor a network such as 172.18.0.0/16.",
        ], refused.Message.Split(Environment.NewLine));
    }
}
