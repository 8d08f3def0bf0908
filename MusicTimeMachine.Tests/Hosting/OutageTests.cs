using System.Net;
using MusicTimeMachine.Data;
using MusicTimeMachine.Tests.Infrastructure;
using Npgsql;

namespace MusicTimeMachine.Tests.Hosting;

/// <summary>The database goes away while people are signed in, and comes back.</summary>
public sealed class OutageTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Database_Gone_IsSaidOnThePage_AndWhoIsSignedInStaysSo()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        using var browser = new FormClient(app.CreateClient());
        await browser.SendAsync("/welcome", "/account/look-around");
        Assert.Equal("/", await AskAsync(HttpStatusCode.OK));
        await LetInAsync(app, allow: false);

        // What was read of the session is believed for ten seconds.
        for (var wait = 0; wait < 40; wait++)
        {
            using var answer = await browser.Http.GetAsync("/history", Stop);
            if (answer.StatusCode != HttpStatusCode.OK) break;
            await Task.Delay(500, Stop);
        }

        using (var refused = await browser.Http.GetAsync("/history", Stop))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            var page = await FormClient.ReadAsync(refused);
            Assert.Equal("Something went wrong", page.QuerySelector("h1")!.TextContent);
            Assert.Equal(DatabaseOutage.Sentence, page.QuerySelector("h1 + p")!.TextContent);
        }

        await LetInAsync(app, allow: true);
        Assert.Equal("/", await AskAsync(HttpStatusCode.OK));

        async Task<string> AskAsync(HttpStatusCode expected)
        {
            using var answer = await browser.Http.GetAsync("/", Stop);
            Assert.Equal(expected, answer.StatusCode);
            return answer.RequestMessage!.RequestUri!.AbsolutePath;
        }
    }

    private async Task LetInAsync(TestApp app, bool allow)
    {
        var name = new NpgsqlConnectionStringBuilder(app.ConnectionString).Database;
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(
            $"alter database {name} with allow_connections {(allow ? "true" : "false")}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
