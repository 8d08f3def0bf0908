using System.Text.Json;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Tests.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;

namespace MusicTimeMachine.Tests.Hosting;

public sealed class DoctorVerbTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Everything_ThatWorks_IsSaid_AndEndsWithZero()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);

        var (code, output, error) = await RunAsync(database.ConnectionString, Spotify(spotify, FakeWorld.ClientSecret, ("Urls", "http://0.0.0.0:5080"), ("AllowedHosts", "music.example.org;*.example.net")), "doctor", "--json");

        Assert.Equal((0, ""), (code, error));
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.True(answer.GetProperty("ok").GetBoolean());
        var findings = Findings(answer);
        Assert.DoesNotContain(findings, finding => finding.State == "error");
        Assert.Equal(["Settings", "Database", "Tables", "Extensions", "Data directory", "Spotify", "Spotify", "Redirect address", "Redirect address"], findings.Select(finding => finding.Subject));
        Assert.Equal("All tables are up to date.", findings[2].Sentence);
        Assert.Equal("Spotify knows the client id and the secret.", findings[6].Sentence);
        Assert.Equal("For http://127.0.0.1:5080/ register http://127.0.0.1:5080/signin-spotify at developer.spotify.com/dashboard, exactly so.", findings[7].Sentence);
        Assert.Equal("For https://music.example.org/ register https://music.example.org/signin-spotify at developer.spotify.com/dashboard, exactly so.", findings[8].Sentence);
    }

    [Fact]
    public async Task Trouble_IsNamedWithWhatToDo_AndEndsWithOne()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);

        var (code, output, error) = await RunAsync("Host=127.0.0.1;Port=1;Username=nobody", Spotify(spotify, "0000111122223333", ("Urls", "http://192.0.2.7:5080")), "doctor");

        Assert.Equal((1, "2 things do not work.\n"), (code, error));
        Assert.Contains("error    Database: Failed to connect to 127.0.0.1:1. Check the address in ConnectionStrings:MusicTimeMachine, and whether the server that it names runs.\n", output, StringComparison.Ordinal);
        Assert.Contains("error    Spotify: Spotify does not know this client id, or not with this secret. Copy both again from developer.spotify.com/dashboard.\n", output, StringComparison.Ordinal);
        Assert.Contains("warning  Redirect address: http://192.0.2.7:5080/: Spotify returns to addresses with https:// only", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_ThatAreBehindOrAhead_AreLeftAlone()
    {
        var history = await database.ScalarAsync<string>("select table_name::text from information_schema.tables where table_name ilike '%migrations%'");
        var newest = await database.ScalarAsync<string>($"select \"MigrationId\" from {Quoted(history)} order by \"MigrationId\" desc limit 1");

        await database.ExecuteAsync($"update {Quoted(history)} set \"MigrationId\" = '99990101000000_Later' where \"MigrationId\" = '{newest}'");
        var (ahead, said, _) = await RunAsync(database.ConnectionString, [], "doctor");
        await database.ExecuteAsync($"delete from {Quoted(history)} where \"MigrationId\" = '99990101000000_Later'");
        var (behind, warned, _) = await RunAsync(database.ConnectionString, [], "doctor");
        await database.ExecuteAsync($"insert into {Quoted(history)} (\"MigrationId\", \"ProductVersion\") values ('{newest}', '10.0.0')");

        Assert.Equal((1, 0), (ahead, behind));
        Assert.Contains("error    Tables: A newer version of this program has changed the tables.", said, StringComparison.Ordinal);
        Assert.Contains("warning  Tables: 1 of ", warned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_ThatIsNotThereYet_IsNotMade()
    {
        var (code, output, error) = await RunAsync("", [], "doctor");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("ok       Database: There is none yet. The first start makes it, with PostgreSQL ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ThatAreWrong_AreAFinding()
    {
        var (code, output, error) = await RunAsync(database.ConnectionString, new() { ["Imports__MaxErrors"] = "0" }, "doctor", "--json");

        Assert.Equal((1, "One thing does not work.\n"), (code, error));
        Assert.Equal([("Settings", "error", "The settings are wrong: Imports:MaxErrors must be between 1 and 1,000,000.")], Findings(JsonDocument.Parse(output).RootElement));
    }

    private static List<(string Subject, string State, string Sentence)> Findings(JsonElement answer) =>
        [.. answer.GetProperty("findings").EnumerateArray().Select(one => (one.GetProperty("subject").GetString()!, one.GetProperty("state").GetString()!, one.GetProperty("sentence").GetString()!))];

    private static Dictionary<string, string> Spotify(SpotifyFixture spotify, string secret, params (string Key, string Value)[] others)
    {
        var settings = others.ToDictionary(other => other.Key, other => other.Value);
        (settings["Spotify__ClientId"], settings["Spotify__ClientSecret"]) = (spotify.App.ClientId, secret);
        (settings["Spotify__AccountsAddress"], settings["Spotify__ApiAddress"]) = (spotify.Address.AbsoluteUri, new Uri(spotify.Address, "v1/").AbsoluteUri);
        return settings;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string connectionString, Dictionary<string, string> settings, params string[] args)
    {
        var directory = Directory.CreateTempSubdirectory("mtm-doctor-");
        try
        {
            settings["DataDirectory"] = Path.Combine(directory.FullName, "not", "there", "yet");
            using var app = CommandLineApp.Start(connectionString, settings, args);
            var answer = await app.EndAsync();
            Assert.Empty(directory.EnumerateFileSystemInfos());
            return answer;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
