using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class ImportUndoTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    private static readonly DateTimeOffset Evening = new(2024, 6, 30, 21, 50, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undo_AnImportAlone_LeavesNothing()
    {
        var userId = await importing.AddUserAsync("Europe/Zurich");
        var import = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(500)));
        Assert.Equal(new UndoPreview(import.Added, 0), await importing.Undo.PreviewAsync(userId, import.Id, Stop));

        Assert.True(await importing.Undo.UndoAsync(userId, import.Id, Stop));

        Assert.Empty(await importing.Database.ReportsAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
        Assert.False((await importing.Imports.ListAsync(userId, Stop)).HasMusic);
        Assert.Equal(ImportStatus.Undone, (await importing.FindAsync(userId, import.Id)).Status);
        Assert.Null(await importing.Undo.PreviewAsync(userId, import.Id, Stop));
        Assert.False(await importing.Undo.UndoAsync(userId, import.Id, Stop));
    }

    [Fact]
    public async Task Undo_WhatIsLikedOrInASnapshot_StaysInTheLibrary()
    {
        var userId = await importing.AddUserAsync();
        var import = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(100, tracks: 20)));
        await importing.Database.ExecuteAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at) select user_id, min(track_id), now() from user_tracks where user_id = '{userId}' group by user_id;
             insert into snapshot_days (user_id, date, taken_at) values ('{userId}', '2020-06-01', now());
             insert into snapshots (user_id, date, time_range, rank, track_id) select user_id, '2020-06-01', 'long_term', 7, max(track_id) from user_tracks where user_id = '{userId}' group by user_id;
             """);
        var kept = await importing.Database.ScalarAsync<string>($"select min(track_id) || ' ' || max(track_id) from user_tracks where user_id = '{userId}'");

        Assert.True(await importing.Undo.UndoAsync(userId, import.Id, Stop));

        Assert.Equal(kept, await importing.Database.ScalarAsync<string>($"select string_agg(track_id::text, ' ' order by track_id) from user_tracks where user_id = '{userId}'"));
        Assert.Equal(1, await importing.Database.ScalarAsync<long>($"select count(*) from snapshots where user_id = '{userId}'"));
    }

    [Fact]
    public async Task Undo_WhatAnotherImportAlsoReported_Stays()
    {
        var userId = await importing.AddUserAsync();
        var rows = InventedListening.Rows(600, seed: 5).ToList();
        var first = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2015_1", rows.Take(400)));
        var second = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2015_2", rows.Skip(200)));
        var shared = rows.Skip(200).Take(200).Count(row => row.TrackUri is not null);
        Assert.Equal(new UndoPreview(first.Added - shared, shared), await importing.Undo.PreviewAsync(userId, first.Id, Stop));

        Assert.True(await importing.Undo.UndoAsync(userId, first.Id, Stop));

        Assert.Equal(await ShownOfAsync(rows.Skip(200)), await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);

        // What stayed is the second import's now, and goes with it.
        Assert.Equal(new UndoPreview(second.Added + shared, 0), await importing.Undo.PreviewAsync(userId, second.Id, Stop));
        Assert.True(await importing.Undo.UndoAsync(userId, second.Id, Stop));
        Assert.Empty(await importing.Database.ReportsAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);

        // And all of it can come back.
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("all", rows));
        Assert.Equal(await ShownOfAsync(rows), await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Undo_ExtendedHistory_ShowsTheAccountDataThatItCovered()
    {
        var userId = await importing.AddUserAsync("Pacific/Auckland");
        var rows = Enumerable.Range(0, 20).Select(i => new ExtendedRow(Evening.AddMinutes(4 * i)) { MsPlayed = 60_000 + i }).ToList();
        var account = await importing.ImportAsync(userId, new SpotifyExportBuilder().Account(rows.Select(row => new AccountRow(row.Ts) { MsPlayed = row.MsPlayed!.Value })));
        var before = await importing.Database.ShownAsync(userId);
        var extended = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", rows.Skip(5)));
        Assert.Equal((20L, 15L), (account.Added, extended.Added));
        Assert.Equal(20, (await importing.Database.ShownAsync(userId)).Count);

        Assert.True(await importing.Undo.UndoAsync(userId, extended.Id, Stop));
        Assert.Equal(before, await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);

        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", rows));
        Assert.True(await importing.Undo.UndoAsync(userId, account.Id, Stop));
        Assert.Equal(await ShownOfAsync(rows), await importing.Database.ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Undo_OfALikedTrack_LeavesTheLikeAndItsNote()
    {
        var userId = await importing.AddUserAsync();
        var import = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", new ExtendedRow(Evening)));
        await importing.Database.ExecuteAsync($"insert into liked_tracks select user_id, track_id, now(), 'the one from the boat' from user_tracks where user_id = '{userId}'");

        Assert.True(await importing.Undo.UndoAsync(userId, import.Id, Stop));

        Assert.Equal("the one from the boat", await importing.Database.ScalarAsync<string>($"select notes from liked_tracks join user_tracks using (user_id, track_id) where user_id = '{userId}' and plays = 0"));
    }

    [Fact]
    public async Task Undo_InARunningImport_IsRefused()
    {
        var userId = await importing.AddUserAsync();
        using var given = new GivenFiles();
        var (importId, _) = await importing.BeginAsync(userId, given.Write("endsong_0.json", await Reading.JsonAsync(new ExtendedRow(Evening))));

        Assert.Null(await importing.Undo.PreviewAsync(userId, importId, Stop));
        Assert.False(await importing.Undo.UndoAsync(userId, importId, Stop));
    }

    /// <summary>What somebody has who imported these rows alone.</summary>
    private async Task<List<string>> ShownOfAsync(IEnumerable<ExtendedRow> rows)
    {
        var other = await importing.AddUserAsync();
        await importing.ImportAsync(other, new SpotifyExportBuilder().Audio("all", rows));
        return await importing.Database.ShownAsync(other);
    }
}
