using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Api;

/// <summary>The real application with two people who have brought in their listening through the API itself.</summary>
public sealed class ApiFixture(TestCluster cluster) : IAsyncLifetime
{
    public const string Zone = "Europe/Zurich";

    public TestApp App { get; private set; } = null!;

    /// <summary>What the first person heard, music and podcasts.</summary>
    public IReadOnlyList<ExtendedRow> Rows { get; } = [.. InventedListening.Rows(3_000, seed: 21, tracks: 400)];

    /// <summary>A program of the first person.</summary>
    public HttpClient Program { get; private set; } = null!;

    /// <summary>A program of another person, who heard some of the same.</summary>
    public HttpClient OtherProgram { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync(cluster, ("Api:RequestsPerMinute", "10000"));
        Program = await AddProgramAsync("listener", Zone);
        OtherProgram = await AddProgramAsync("other", "America/New_York");
        await ImportAsync(Program, Rows);
        await ImportAsync(OtherProgram, InventedListening.Rows(200, seed: 22, tracks: 400));
    }

    /// <summary>A client with a token of a new person.</summary>
    public async Task<HttpClient> AddProgramAsync(string name, string zone)
    {
        var wanted = AccountsFixture.Wanted(name);
        wanted.TimeZone = zone;
        var (userId, _) = await App.Services.GetRequiredService<Registration>().AddAsync(wanted, UserRole.Member, Stop);
        var (token, _) = await App.Services.GetRequiredService<ApiTokens>().CreateAsync(userId!.Value, "tests", Stop);
        var client = App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Brings rows in, and waits until they are.</summary>
    public static async Task<JsonElement> ImportAsync(HttpClient program, IEnumerable<ExtendedRow> rows)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await Importing.Reading.JsonAsync(rows)), "files", "Streaming_History_Audio_2015-2025_1.json" } };
        using var begun = await program.PostAsync("/api/v1/imports", form, Stop);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, begun.StatusCode);
        while (true)
        {
            var import = await program.GetFromJsonAsync<JsonElement>(begun.Headers.Location, Stop);
            var status = import.GetProperty("status").GetString();
            if (status == "completed") return import;
            Assert.Contains(status, (string[])["waiting", "reading", "adding"]);
            await Task.Delay(20, Stop);
        }
    }

    /// <summary>Lets most tracks sound like something.</summary>
    public async Task AddFeaturesAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(App.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new Npgsql.NpgsqlCommand(
            """
            update tracks set audio_features = jsonb_build_object('energy', id * 37 % 101 / 100.0, 'valence', id * 59 % 101 / 100.0, 'danceability', id * 83 % 101 / 100.0, 'acousticness', id * 17 % 101 / 100.0)
            where id % 10 <> 0 and audio_features is null
            """, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Gives both people snapshots of three days: the first of their own tracks, the other of one day more.</summary>
    public async Task AddSnapshotsAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(App.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new Npgsql.NpgsqlCommand(
            """
            insert into snapshot_days (user_id, date, taken_at)
            select id, day, day + interval '6 hours' from users, unnest(case name when 'listener' then array['2025-06-01', '2025-06-02', '2025-06-04']::date[] else array['2025-06-02', '2025-06-03']::date[] end) as day
            where name in ('listener', 'other')
            on conflict do nothing;
            insert into snapshots (user_id, date, time_range, rank, track_id)
            select d.user_id, d.date, range, place, track_id
            from snapshot_days d cross join unnest(array['short_term', 'long_term']) as range
            cross join lateral (select track_id, row_number() over (order by md5(track_id || range || d.date)) as place from user_tracks u where u.user_id = d.user_id) ranked
            where place <= 50
            on conflict do nothing;
            insert into artist_snapshots (user_id, date, time_range, rank, artist_id)
            select s.user_id, s.date, s.time_range, row_number() over (partition by s.user_id, s.date, s.time_range order by min(s.rank)), t.artist_id
            from snapshots s join tracks t on t.id = s.track_id group by s.user_id, s.date, s.time_range, t.artist_id
            on conflict do nothing
            """, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        OtherProgram.Dispose();
        await App.DisposeAsync();
    }
}
