using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>What the files say arrives in the database as it was.</summary>
public sealed class ImportedPlayTests(ImportFixture importing) : IClassFixture<ImportFixture>, IDisposable
{
    private readonly GivenFiles _given = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExtendedRow_WithEverything_IsStoredWhole()
    {
        var row = new ExtendedRow(new(2025, 9, 9, 22, 20, 30, TimeSpan.Zero)) { ReasonStart = "clickrow", ReasonEnd = "unexpected-exit", Shuffle = true, Skipped = false, Offline = null, Incognito = true, Platform = "OS X 12.6.0 [arm 2]" };

        Assert.Equal(
            ["SpotifyExtended 2025-09-09 22:20:30.000 Second 202400 ClickRow UnexpectedExit skipped=False shuffle=True offline= incognito=True OS X 12.6.0 [arm 2] | Paper Lanterns / The Slow Comets / Harbour Lights / 0000000000000000000001"],
            await ImportAsync(_given.Write("Streaming_History_Audio_2025_1.json", await Reading.JsonAsync(row))));
    }

    [Theory]
    // Old: other fields, 0 and 1 for flags, no audiobooks, offline in milliseconds.
    [InlineData("MyData/endsong_0.json", """[{"ts":"2019-01-02T03:04:05Z","username":"someone","platform":"iOS 12 (iPhone)","ms_played":61000,"ip_addr_decrypted":"203.0.113.7","user_agent_decrypted":"unknown","master_metadata_track_name":"Old","master_metadata_album_artist_name":"Band","master_metadata_album_album_name":"LP","spotify_track_uri":"spotify:track:0000000000000000000002","reason_start":"","reason_end":null,"shuffle":0,"skipped":null,"offline":1,"offline_timestamp":1546391000000,"incognito_mode":0}]""",
        "SpotifyExtended 2019-01-02 01:04:21.000 Second 61000   skipped= shuffle=False offline=True incognito=False iOS 12 (iPhone) | Old / Band / LP / 0000000000000000000002")]
    // A removed track: nothing but its id.
    [InlineData("endsong_1.json", """[{"ts":"2020-01-02T03:04:05Z","ms_played":0,"master_metadata_track_name":null,"master_metadata_album_artist_name":null,"spotify_track_uri":"spotify:track:0000000000000000000003"}]""",
        "SpotifyExtended 2020-01-02 03:04:05.000 Second 0   skipped= shuffle= offline= incognito=  | spotify:track:0000000000000000000003 / Unknown artist /  / 0000000000000000000003")]
    // Names without an id, a byte order mark, an hour with an offset, an absurd length.
    [InlineData("ENDSONG_2.JSON", "\uFEFF[{\"ts\":\"2021-01-02T03:04:05.678+02:00\",\"ms_played\":54000000,\"master_metadata_track_name\":\"夜の港\",\"master_metadata_album_artist_name\":\"Øyer\"}]",
        "SpotifyExtended 2021-01-02 01:04:05.000 Second 54000000   skipped= shuffle= offline= incognito=  | 夜の港 / Øyer /  / ")]
    [InlineData("StreamingHistory0.json", """[{"endTime":"2022-03-04 05:06","artistName":"Band","trackName":"Once","msPlayed":31000}]""",
        "SpotifyAccount 2022-03-04 05:06:00.000 Minute 31000   skipped= shuffle= offline= incognito=  | Once / Band /  / ")]
    public async Task Row_OfAnyVariant_IsStoredRight(string name, string json, string expected) =>
        Assert.Equal([expected], await ImportAsync(_given.Write(name, json)));

    [Fact]
    public async Task Names_AfterTheIdAlone_AreLearned()
    {
        var userId = await importing.AddUserAsync();
        var bare = new ExtendedRow(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)) { Track = null, Artist = null, Album = null, TrackUri = "spotify:track:0000000000000000000004" };
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2020_0", bare));

        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2020_1", bare with { Ts = bare.Ts.AddHours(1), Track = "Named", Artist = "Later" }));

        Assert.Equal(["Named 202400 2020-01-01 00:00:00", "Named 202400 2020-01-01 01:00:00"], await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task PrivateFields_OfTheExport_AreNowhere()
    {
        var userId = await importing.AddUserAsync();
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2025_7", new ExtendedRow(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero))));

        var tables = await importing.Database.ScalarAsync<string[]>("select array_agg(table_name::text) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        var database = "";
        foreach (var table in tables) database += await importing.Database.ScalarAsync<string>($"select coalesce(string_agg(t::text, ' '), '') from \"{table}\" t");

        Assert.Contains("Paper Lanterns", database, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", database, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\bZZ\\b", database);
    }

    public void Dispose() => _given.Dispose();

    private async Task<List<string>> ImportAsync(string path)
    {
        var userId = await importing.AddUserAsync();
        await importing.ImportAsync(userId, path);
        await using var context = importing.Database.CreateDbContext();
        var plays = await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            join platform in context.Platforms on play.PlatformId equals platform.Id into platforms
            from platform in platforms.DefaultIfEmpty()
            where play.UserId == userId
            select new { play, track, Platform = platform.Name }).ToListAsync(Stop);
        return [.. plays.Select(row => $"{row.play.Source} {row.play.PlayedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} {row.play.Precision} {row.play.MsPlayed} {row.play.ReasonStart} {row.play.ReasonEnd} "
            + $"skipped={row.play.Skipped} shuffle={row.play.Shuffle} offline={row.play.Offline} incognito={row.play.Incognito} {row.Platform} | {row.track.Name} / {row.track.DisplayArtist} / {row.track.AlbumName} / {row.track.SpotifyId}")];
    }
}
