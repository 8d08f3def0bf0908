using System.Globalization;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class ImportVerbTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private static readonly DateTimeOffset Evening = new(2024, 6, 1, 20, 0, 0, TimeSpan.Zero);
    private readonly GivenFiles _given = new();

    [Fact]
    public async Task Import_WithJson_PrintsTheAccountAlone()
    {
        var user = await database.AddUserAsync();
        var folder = await new SpotifyExportBuilder()
            .Audio("2024_1", new ExtendedRow(Evening), new ExtendedRow(Evening), new ExtendedRow(Evening.AddHours(1)) { TrackUri = null, Track = null, Artist = null, EpisodeUri = "spotify:episode:0000000000000000000001" })
            .Video("2024", new ExtendedRow(Evening))
            .Companions()
            .WriteFolderAsync(_given.PathOf("my_spotify_data"));
        var damaged = _given.Write("endsong_7.json", "[{\"ts\":\"never\",\"ms_played\":1}]");

        var (code, output, error) = await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name.ToUpperInvariant(), "--json", folder, damaged);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """{"files":3,"rows":5,"added":1,"duplicates":1,"skipped":{"podcast":1,"audiobook":0,"video":1,"noTrack":0,"local":0},"errors":[{"file":"endsong_7.json","row":1,"reason":"The row's time is missing or is no valid date and time."}]}""" + "\n",
            output);
    }

    [Fact]
    public async Task Import_InWords_SaysTheSame()
    {
        var user = await database.AddUserAsync();
        var path = _given.Write("endsong_0.json", await Reading.JsonAsync(new ExtendedRow(Evening)));

        var answer = await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, path, _given.Write("notes.txt", "Dear diary"));

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith(
            "2 rows in 1 file: 1 play added, 0 duplicates,\nleft out: 0 podcasts, 0 audiobooks, 0 videos, 0 without a track, 0 local files; 1 error.\nnotes.txt is no listening history that can be read:",
            answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NothingReadable_EndsWithOneAndOneLine()
    {
        var user = await database.AddUserAsync();
        var notes = _given.Write("notes.txt", "Dear diary");
        var damaged = _given.Write("endsong_7.json", """[{"ts":"never","ms_played":1},{"ms_played":1}]""");
        const string Notes = "notes.txt is no listening history that can be read: expected was a file of Spotify extended streaming history or Spotify account data, such as Streaming_History_Audio_2024_1.json, or a zip or folder of them.";
        const string Never = "The row's time is missing or is no valid date and time.";

        Assert.Equal(
            (1, Account($$"""{"file":"notes.txt","row":null,"reason":"{{Notes}}"}"""), $"Nothing could be imported: {Notes}\n"),
            await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, "--json", notes));
        Assert.Equal(
            (1, "", $"Nothing could be imported: endsong_7.json, row 1: {Never} This is the first of 3 errors; --json lists them all.\n"),
            await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, damaged, notes));
        var gone = _given.PathOf("gone.zip");
        Assert.Equal(
            (1, Account($$"""{"file":"{{gone}}","row":null,"reason":"\"{{gone}}\" does not exist, so nothing was imported."}"""), $"\"{gone}\" does not exist, so nothing was imported.\n"),
            await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, "--json", notes, gone));
        Assert.Equal(2L, await database.ScalarAsync<long>($"select count(*) from imports where user_id = '{user.Id}'"));

        static string Account(string error) =>
            $$$"""{"files":0,"rows":1,"added":0,"duplicates":0,"skipped":{"podcast":0,"audiobook":0,"video":0,"noTrack":0,"local":0},"errors":[{{{error}}}]}""" + "\n";
    }

    [Theory]
    [InlineData("""[{"ts":"2024-06-01T20:00:00Z","ms_played":40000,"spotify_episode_uri":"spotify:episode:0000000000000000000001"}]""")]
    [InlineData("""[{"ts":"never"},{"ts":"2024-06-01T20:00:00Z","ms_played":40000}]""")]
    [InlineData("[]")]
    public async Task Import_WithoutAPlayButReadable_EndsWithZero(string json)
    {
        var user = await database.AddUserAsync();

        var (code, output, error) = await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, _given.Write("endsong_0.json", json));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("in 1 file: 0 plays added, 0 duplicates,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfDuplicatesAlone_EndsWithZero()
    {
        var user = await database.AddUserAsync();
        var path = _given.Write("endsong_0.json", await Reading.JsonAsync(new ExtendedRow(Evening)));
        Assert.Equal(0, (await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, path)).Code);

        var again = await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, path);

        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.StartsWith("1 row in 1 file: 0 plays added, 1 duplicate,", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OnAServerInAnotherZone_StoresTheSameTimes()
    {
        var user = await database.AddUserAsync("Europe/Zurich");
        var extended = _given.Write("endsong_0.json", """[{"ts":"2024-07-01T23:30:00Z","ms_played":40000,"spotify_track_uri":"spotify:track:0000000000000000000002"}]""");
        var account = _given.Write("StreamingHistory0.json", """[{"endTime":"2024-01-01 23:30","artistName":"Band","trackName":"Once","msPlayed":31000}]""");

        using var app = CommandLineApp.Start(database.ConnectionString, new Dictionary<string, string> { ["TZ"] = "Pacific/Auckland" }, "import", "--user", user.Name, extended, account);
        Assert.Equal(0, (await app.EndAsync()).Code);

        Assert.Equal(
            ["2024-01-01 23:30:00 +00:00", "2024-07-01 23:30:00 +00:00"],
            (await database.ReportsAsync(user.Id)).Select(report => report.PlayedAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)));
        Assert.Equal("2024-01-02 0 1, 2024-07-02 1 1", await database.HoursAsync(user.Id));
    }

    [Fact]
    public async Task Import_WrongInput_EndsWithOneAndOneLine()
    {
        var user = await database.AddUserAsync();
        var path = _given.Write("endsong_0.json", "[]");

        Assert.Equal((1, "", "There is no user \"nobody\". Add one with: user add nobody\n"), await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", "nobody", path));
        Assert.Equal((1, "", $"\"{_given.PathOf("gone.zip")}\" does not exist, so nothing was imported.\n"), await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name, path, _given.PathOf("gone.zip")));
        Assert.Equal(0L, await database.ScalarAsync<long>($"select count(*) from imports where user_id = '{user.Id}'"));
        Assert.Equal(1, (await CommandLineApp.RunAsync(database.ConnectionString, "import", "--user", user.Name)).Code);
    }

    public void Dispose() => _given.Dispose();
}
