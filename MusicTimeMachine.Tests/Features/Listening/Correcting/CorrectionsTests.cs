using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Tests.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Listening.Correcting;

/// <summary>What is deleted stays away, what is entered stays there, whatever comes in afterwards; and all of it can be undone.</summary>
public sealed class CorrectionsTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    private static readonly DateTimeOffset Evening = new(2024, 5, 1, 20, 0, 0, TimeSpan.Zero);

    private readonly Corrections _corrections = new(importing.Database, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("some")]
    [InlineData("song")]
    [InlineData("artist")]
    [InlineData("album")]
    public async Task Delete_TakesOutWhatIsMeant_AndUndoBringsItBack(string what)
    {
        var userId = await LibraryAsync("Europe/Zurich");
        var (before, reports) = (await ShownAsync(userId), await importing.Database.ReportsAsync(userId));
        var favourite = before.GroupBy(play => play.Track.SongId).MaxBy(song => song.Count())!.First().Track;
        var (selection, meant) = what switch
        {
            "song" => (PlaySelection.OfTrack(favourite.Id), before.Where(play => play.Track.SongId == favourite.SongId)),
            "artist" => (PlaySelection.OfArtist(favourite.ArtistId), before.Where(play => play.Track.ArtistId == favourite.ArtistId)),
            "album" => (PlaySelection.OfAlbum(favourite.AlbumId!.Value), before.Where(play => play.Track.AlbumId == favourite.AlbumId)),
            _ => (PlaySelection.Of(before.Where((_, i) => i % 7 == 3).Select(play => play.Id)), before.Where((_, i) => i % 7 == 3)),
        };
        var gone = meant.Select(play => play.Id).ToHashSet();

        var result = await _corrections.DeleteAsync(userId, selection, Stop);

        Assert.InRange(gone.Count, 2, before.Count - 1);
        Assert.Equal((gone.Count, null), (result.Plays, result.Refusal));
        Assert.Equal(before.Where(play => !gone.Contains(play.Id)).Select(play => play.Id), (await ShownAsync(userId)).Select(play => play.Id));
        await importing.Database.AssertTotalsAsync(userId);
        Assert.Equal(CorrectionResult.NotFound, await _corrections.DeleteAsync(userId, selection, Stop));

        Assert.Null((await _corrections.UndoAsync(userId, result.CorrectionId!.Value, Stop)).Refusal);
        Assert.Equal(reports, await importing.Database.ReportsAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
        Assert.Equal("This change is undone already.", (await _corrections.UndoAsync(userId, result.CorrectionId.Value, Stop)).Refusal);
    }

    [Theory]
    [InlineData("account", "extended", "recent")]
    [InlineData("recent", "account", "extended")]
    [InlineData("extended", "recent", "account")]
    public async Task Deleted_StaysAway_WhicheverSourceReportsItLater(string first, string second, string third)
    {
        var userId = await importing.AddUserAsync();
        var name = first + second;
        var rows = Enumerable.Range(0, 40).Select(i => Row(name, i % 8, Evening.AddMinutes(7 * i))).ToList();
        await BringAsync(userId, first, rows);
        var deleted = (await ShownAsync(userId)).Where((_, i) => i % 4 == 1).ToList();

        var result = await _corrections.DeleteAsync(userId, PlaySelection.Of(deleted.Select(play => play.Id)), Stop);

        foreach (var source in (string[])[second, third, first])
        {
            await BringAsync(userId, source, rows);
            Assert.Equal(rows.Where((_, i) => i % 4 != 1).Select(row => row.Track), (await ShownAsync(userId)).Select(play => play.Track.Name));
            await importing.Database.AssertTotalsAsync(userId);
        }

        await _corrections.UndoAsync(userId, result.CorrectionId!.Value, Stop);
        Assert.Equal(rows.Select(row => row.Track), (await ShownAsync(userId)).Select(play => play.Track.Name));
        Assert.Equal(120, (await importing.Database.ReportsAsync(userId)).Count);
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task DeletedAndImportUndone_GoesWithTheImport()
    {
        var userId = await importing.AddUserAsync();
        var import = await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", Enumerable.Range(0, 10).Select(i => Row("undone", i, Evening.AddMinutes(5 * i)))));
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_2", Row("undone", 11, Evening.AddDays(1))));
        var result = await _corrections.DeleteAsync(userId, PlaySelection.Of((await ShownAsync(userId)).Take(3).Select(play => play.Id)), Stop);
        Assert.Equal(7, (await importing.Undo.PreviewAsync(userId, import.Id, Stop))!.Going);

        Assert.True(await importing.Undo.UndoAsync(userId, import.Id, Stop));

        Assert.Single(await ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
        Assert.Null((await _corrections.UndoAsync(userId, result.CorrectionId!.Value, Stop)).Refusal);
        Assert.Single(await ShownAsync(userId));
    }

    [Fact]
    public async Task Edit_TimeLengthAndTrack_ReplacesThePlay_AndNothingBringsTheOldOneBack()
    {
        var userId = await importing.AddUserAsync("Asia/Tokyo");
        var rows = Enumerable.Range(0, 12).Select(i => Row("edited", i % 4, Evening.AddMinutes(10 * i))).ToList();
        await BringAsync(userId, "account", rows);
        var (before, reports) = (await ShownAsync(userId), await importing.Database.ReportsAsync(userId));
        var (old, other) = (before[5], before[6].Track);

        var result = await _corrections.EditAsync(
            userId, PlaySelection.Of(old.Id), new PlayEdit { PlayedAt = old.PlayedAt.AddMinutes(-70), MsPlayed = 61_000, TrackId = other.Id }, Stop);

        Assert.Equal((1, null), (result.Plays, result.Refusal));
        for (var round = 0; round < 2; round++)
        {
            var edited = Assert.Single(await ShownAsync(userId), play => play.Source == PlaySource.Api);
            Assert.Equal((old.PlayedAt.AddMinutes(-70), 61_000, other.Id), (edited.PlayedAt, edited.MsPlayed, edited.Track.Id));
            Assert.Equal(rows.Count, (await ShownAsync(userId)).Count);
            await importing.Database.AssertTotalsAsync(userId);
            await BringAsync(userId, "account", rows);
            await BringAsync(userId, "extended", rows);
        }

        await _corrections.UndoAsync(userId, result.CorrectionId!.Value, Stop);
        Assert.Equal(rows.Select(row => (row.Track!, row.Ts)), (await ShownAsync(userId)).Select(play => (play.Track.Name, play.PlayedAt)));
        Assert.Equal(reports.Count * 2, (await importing.Database.ReportsAsync(userId)).Count);
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Edit_ByAMinute_IsNotTakenForAnotherReportOfTheOldPlay()
    {
        var userId = await importing.AddUserAsync();
        var row = Row("nudged", 1, Evening);
        await BringAsync(userId, "account", [row]);
        var old = Assert.Single(await ShownAsync(userId));

        await _corrections.EditAsync(userId, PlaySelection.Of(old.Id), new PlayEdit { PlayedAt = old.PlayedAt.AddSeconds(45) }, Stop);
        foreach (var source in (string[])["extended", "recent", "account"]) await BringAsync(userId, source, [row]);

        var shown = Assert.Single(await ShownAsync(userId));
        Assert.Equal((PlaySource.Api, Evening.AddSeconds(45)), (shown.Source, shown.PlayedAt));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Edit_Many_MovesThem_ThereAndBackAgain()
    {
        var userId = await LibraryAsync("America/New_York");
        var before = await ShownAsync(userId);
        var chosen = before.Where((_, i) => i % 3 == 0).ToList();
        var others = before.Where((_, i) => i % 3 != 0).Select(play => (play.PlayedAt, play.Track.Id));
        List<long> corrections = [];
        foreach (var hours in (int[])[5, -5, 5, -5])
        {
            var moved = corrections.Count == 0 ? chosen : (await ShownAsync(userId)).Where(play => play.Source == PlaySource.Api).ToList();
            var result = await _corrections.EditAsync(userId, PlaySelection.Of(moved.Select(play => play.Id)), new PlayEdit { Shift = TimeSpan.FromHours(hours) }, Stop);
            Assert.Equal((chosen.Count, null), (result.Plays, result.Refusal));
            corrections.Add(result.CorrectionId!.Value);
            var away = TimeSpan.FromHours(hours > 0 ? 5 : 0);
            Assert.Equal(
                chosen.Select(play => (play.PlayedAt + away, play.Track.Id)).Concat(others).Order(),
                (await ShownAsync(userId)).Select(play => (play.PlayedAt.AddMicroseconds(-play.PlayedAt.Microsecond), play.Track.Id)).Order());
            await importing.Database.AssertTotalsAsync(userId);
        }

        Assert.Equal("A later change builds on this one. Undo that one first.", (await _corrections.UndoAsync(userId, corrections[1], Stop)).Refusal);
        foreach (var correction in corrections.AsEnumerable().Reverse()) Assert.Null((await _corrections.UndoAsync(userId, correction, Stop)).Refusal);
        Assert.Equal(before, await ShownAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Undone_TracksThatAreLikedOrInASnapshotMeanwhile_StayInTheLibrary()
    {
        var userId = await importing.AddUserAsync();
        var added = await _corrections.AddAsync(
            userId, [.. ((string[])["Side A", "Side B", "Side C"]).Select((title, i) => new AddedPlay(Evening.AddHours(i), null) { Named = new NamedTrack("The Keepers", title, null) })], Stop);
        var tracks = (await ShownAsync(userId)).Select(play => play.Track.Id).Order().ToList();
        await importing.Database.ExecuteAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at) values ('{userId}', {tracks[0]}, now());
             insert into snapshot_days (user_id, date, taken_at) values ('{userId}', '2024-06-01', now());
             insert into snapshots (user_id, date, time_range, rank, track_id) values ('{userId}', '2024-06-01', 'short_term', 1, {tracks[1]});
             """);

        Assert.Null((await _corrections.UndoAsync(userId, added.CorrectionId!.Value, Stop)).Refusal);

        await using var context = importing.Database.CreateDbContext();
        Assert.Equal(tracks.Take(2), await context.UserTracks.Where(own => own.UserId == userId).OrderBy(own => own.TrackId).Select(own => own.TrackId).ToListAsync(Stop));
    }

    [Fact]
    public async Task Add_KnownAndNewTracks_AreThereAtOnce_AndMakeRoomForWhatASourceReports()
    {
        var userId = await importing.AddUserAsync("Europe/Lisbon");
        await BringAsync(userId, "extended", [Row("added", 1, Evening)]);
        var known = Assert.Single(await ShownAsync(userId)).Track;

        var result = await _corrections.AddAsync(
            userId,
            [
                new AddedPlay(Evening.AddHours(2), 200_000) { TrackId = known.Id },
                new AddedPlay(Evening.AddHours(3), null) { Named = new NamedTrack(" The Vinyls ", "Side A", "Attic") },
                new AddedPlay(Evening.AddHours(4), null) { Named = new NamedTrack("the vinyls", "Side A", null) },
            ], Stop);

        Assert.Equal((3, null), (result.Plays, result.Refusal));
        var shown = await ShownAsync(userId);
        Assert.Equal([(known.Name, PlaySource.SpotifyExtended), (known.Name, PlaySource.Api), ("Side A", PlaySource.Api), ("Side A", PlaySource.Api)], shown.Select(play => (play.Track.Name, play.Source)));
        Assert.Equal(shown[2].Track.SongId, shown[3].Track.SongId);
        Assert.Equal("The Vinyls", shown[2].Track.DisplayArtist);
        await importing.Database.AssertTotalsAsync(userId);

        // The same again is there already; and when a source reports the first of them, its report is shown instead.
        Assert.Equal("These plays are in your history already.", (await _corrections.AddAsync(userId, [new AddedPlay(Evening.AddHours(2), null) { TrackId = known.Id }], Stop)).Refusal);
        Assert.Equal(1, (await _corrections.AddAsync(userId, [new AddedPlay(Evening.AddHours(2), null) { TrackId = known.Id }, new AddedPlay(Evening.AddHours(5), null) { TrackId = known.Id }], Stop)).Plays);
        await BringAsync(userId, "extended", [Row("added", 1, Evening.AddHours(2).AddSeconds(40))]);
        Assert.Equal([PlaySource.SpotifyExtended, PlaySource.SpotifyExtended, PlaySource.Api, PlaySource.Api, PlaySource.Api], (await ShownAsync(userId)).Select(play => play.Source));
        Assert.Equal("These plays are in your history already.", (await _corrections.AddAsync(userId, [new AddedPlay(Evening.AddHours(2).AddMinutes(1), null) { TrackId = known.Id }], Stop)).Refusal);

        await _corrections.UndoAsync(userId, result.CorrectionId!.Value, Stop);
        Assert.Equal(3, (await ShownAsync(userId)).Count);
        Assert.Equal([known.Id], await OwnAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Added_DeletedAndAddedAgain_IsThere()
    {
        var userId = await importing.AddUserAsync();
        await BringAsync(userId, "extended", [Row("again", 1, Evening)]);
        var track = Assert.Single(await ShownAsync(userId)).Track;
        var play = new AddedPlay(Evening.AddDays(1), 100_000) { TrackId = track.Id };
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(1, (await _corrections.AddAsync(userId, [play], Stop)).Plays);
            var added = (await ShownAsync(userId))[^1];
            Assert.Equal(Evening.AddDays(1).ToUnixTimeMilliseconds(), added.PlayedAt.ToUnixTimeMilliseconds());
            Assert.Equal(1, (await _corrections.DeleteAsync(userId, PlaySelection.Of(added.Id), Stop)).Plays);
        }

        // What was entered and taken out keeps nothing away.
        await BringAsync(userId, "extended", [Row("again", 1, Evening.AddDays(1))]);
        Assert.Equal(2, (await ShownAsync(userId)).Count);
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Import_OnAConnectionThatLinkedPlaysBefore_Works()
    {
        await using var context = importing.Database.CreateDbContext();
        await context.Database.OpenConnectionAsync(Stop);
        await context.Database.ExecuteSqlAsync($"create temp table touched (id int); insert into touched values (1); discard temp", Stop);

        await PlayWriter.CreateStagingAsync(context, Stop);
        await context.Database.ExecuteSqlAsync($"discard temp", Stop);
    }

    [Fact]
    public async Task Corrections_FollowTheRulesThatHide()
    {
        var userId = await LibraryAsync("Europe/Zurich");
        var track = (await ShownAsync(userId))[0].Track;
        var rule = await new HidingRules(importing.Database, TimeProvider.System).HideArtistAsync(userId, track.ArtistId, Stop);

        var result = await _corrections.AddAsync(userId, [new AddedPlay(Evening, null) { TrackId = track.Id }], Stop);

        await using (var context = importing.Database.CreateDbContext()) Assert.True(await context.Plays.Where(play => play.AddedBy == result.CorrectionId).Select(play => play.Hidden).SingleAsync(Stop));
        await importing.Database.AssertTotalsAsync(userId);
        await new HidingRules(importing.Database, TimeProvider.System).RemoveAsync(userId, rule.RuleId!.Value, Stop);
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Plays_OfOnePerson_AreOutOfReachOfAnother()
    {
        var (owner, other) = (await LibraryAsync("UTC"), await importing.AddUserAsync());
        var before = await ShownAsync(owner);
        var track = before[0].Track;
        var deleted = await _corrections.DeleteAsync(owner, PlaySelection.Of(before[^1].Id), Stop);

        Assert.Equal(CorrectionResult.NotFound, await _corrections.DeleteAsync(other, PlaySelection.Of(before[0].Id), Stop));
        Assert.Equal(CorrectionResult.NotFound, await _corrections.DeleteAsync(other, PlaySelection.OfArtist(track.ArtistId), Stop));
        Assert.Equal(CorrectionResult.NotFound, await _corrections.EditAsync(other, PlaySelection.OfTrack(track.Id), new PlayEdit { Shift = TimeSpan.FromHours(1) }, Stop));
        Assert.Equal(CorrectionResult.NotFound, await _corrections.AddAsync(other, [new AddedPlay(Evening, null) { TrackId = track.Id }], Stop));
        Assert.Equal("There is no such change. Load the page again.", (await _corrections.UndoAsync(other, deleted.CorrectionId!.Value, Stop)).Refusal);
        Assert.Empty(await _corrections.ListAsync(other, Stop));

        Assert.Equal(before.SkipLast(1), await ShownAsync(owner));
        Assert.Single(await _corrections.ListAsync(owner, Stop));
    }

    [Fact]
    public async Task WhatCannotBe_IsRefusedWithASentence()
    {
        var userId = await LibraryAsync("UTC");
        var before = await ShownAsync(userId);
        var (one, track) = (PlaySelection.Of(before[0].Id), before[0].Track);
        Task<CorrectionResult> AddAsync(AddedPlay play) => _corrections.AddAsync(userId, [play], Stop);
        var known = new AddedPlay(Evening, null) { TrackId = track.Id };

        CorrectionResult[] refusals =
        [
            await _corrections.AddAsync(userId, [], Stop),
            await _corrections.AddAsync(userId, [.. Enumerable.Repeat(known, Corrections.MostAdded + 1)], Stop),
            await AddAsync(known with { PlayedAt = TimeProvider.System.GetUtcNow().AddMinutes(5) }),
            await AddAsync(known with { PlayedAt = Corrections.Earliest.AddSeconds(-1) }),
            await AddAsync(known with { MsPlayed = 0 }),
            await AddAsync(known with { MsPlayed = Corrections.LongestMs + 1 }),
            await AddAsync(new AddedPlay(Evening, null) { Named = new NamedTrack("  ", "Title", null) }),
            await AddAsync(new AddedPlay(Evening, null) { Named = new NamedTrack("Artist", "Ti\0tle", null) }),
            await AddAsync(new AddedPlay(Evening, null) { Named = new NamedTrack("Artist", new string('x', 501), null) }),
            await _corrections.EditAsync(userId, one, new PlayEdit(), Stop),
            await _corrections.EditAsync(userId, one, new PlayEdit { MsPlayed = -1 }, Stop),
            await _corrections.EditAsync(userId, one, new PlayEdit { PlayedAt = DateTimeOffset.MaxValue }, Stop),
            await _corrections.EditAsync(userId, one, new PlayEdit { Shift = TimeSpan.FromDays(36_000) }, Stop),
            await _corrections.EditAsync(userId, one, new PlayEdit { Shift = TimeSpan.MaxValue }, Stop),
            await _corrections.EditAsync(userId, PlaySelection.OfTrack(track.Id), new PlayEdit { PlayedAt = Evening }, Stop),
            await _corrections.DeleteAsync(userId, PlaySelection.Of(), Stop),
        ];

        Assert.All(refusals, refusal =>
        {
            Assert.Null(refusal.CorrectionId);
            Assert.EndsWith(".", refusal.Refusal, StringComparison.Ordinal);
        });
        Assert.Equal(before, await ShownAsync(userId));
        Assert.Empty(await _corrections.ListAsync(userId, Stop));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task List_SaysWhatWasDone_TheNewestFirst()
    {
        var userId = await LibraryAsync("UTC");
        var before = await ShownAsync(userId);
        var track = before[0].Track;
        await _corrections.AddAsync(userId, [new AddedPlay(Evening, null) { TrackId = track.Id }], Stop);
        await _corrections.DeleteAsync(userId, PlaySelection.Of(before[3].Id), Stop);
        var edited = await _corrections.EditAsync(userId, PlaySelection.OfArtist(track.ArtistId), new PlayEdit { Shift = TimeSpan.FromHours(-1) }, Stop);
        await _corrections.UndoAsync(userId, edited.CorrectionId!.Value, Stop);

        var list = await _corrections.ListAsync(userId, Stop);

        Assert.Equal([CorrectionKind.Edited, CorrectionKind.Deleted, CorrectionKind.Added], list.Select(correction => correction.Kind));
        Assert.Equal([edited.Plays, 1, 1], list.Select(correction => correction.Plays));
        Assert.Equal([before[3].Track.Name, track.Name], list.Skip(1).Select(correction => correction.Track));
        Assert.Equal([true, false, false], list.Select(correction => correction.UndoneAt is not null));
    }

    private static ExtendedRow Row(string name, int song, DateTimeOffset at) => new(at)
    {
        MsPlayed = 120_000 + song,
        Track = $"{name} {song}",
        Artist = $"Band of {name}",
        TrackUri = $"spotify:track:{Math.Abs(name.GetHashCode(StringComparison.Ordinal)):0000000000}{song:000000000000}",
    };

    private async Task BringAsync(Guid userId, string source, IReadOnlyList<ExtendedRow> rows)
    {
        if (source == "recent") await importing.CaptureAsync(userId, rows.Select(row => row with { Ts = row.Ts.AddMilliseconds(-1_234) }));
        else if (source == "account") await importing.ImportAsync(userId, new SpotifyExportBuilder().Account(rows.Select(row => new AccountRow(row.Ts.AddSeconds(-row.Ts.Second)) { Track = row.Track!, Artist = row.Artist!, MsPlayed = row.MsPlayed!.Value })));
        else await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", rows));
    }

    /// <summary>Extended history and account data that overlap: most plays have two reports.</summary>
    private async Task<Guid> LibraryAsync(string zone)
    {
        var userId = await importing.AddUserAsync(zone);
        var rows = InventedListening.Rows(400, seed: 35, tracks: 60).ToList();
        await importing.ImportAsync(userId, new SpotifyExportBuilder()
            .Audio("2015-2025_1", rows)
            .Account(rows.Where(row => row.Track is not null && row.Artist is not null).Skip(50).Select(row => new AccountRow(row.Ts.AddSeconds(-row.Ts.Second)) { Track = row.Track!, Artist = row.Artist!, MsPlayed = row.MsPlayed ?? 0 })));
        return userId;
    }

    private async Task<List<Heard>> ShownAsync(Guid userId)
    {
        await using var context = importing.Database.CreateDbContext();
        var plays = await (
            from play in context.Plays.Shown()
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == userId
            orderby play.PlayedAt, play.Id
            select new { play.Id, play.PlayedAt, play.MsPlayed, play.Source, track.Name, track.DisplayArtist, TrackId = track.Id, track.SongId, track.ArtistId, track.AlbumId }).ToListAsync(Stop);
        return [.. plays.Select(play => new Heard(play.Id, play.PlayedAt, play.MsPlayed, play.Source, new Of(play.TrackId, play.Name, play.DisplayArtist, play.SongId, play.ArtistId, play.AlbumId)))];
    }

    private async Task<List<long>> OwnAsync(Guid userId)
    {
        await using var context = importing.Database.CreateDbContext();
        return await context.UserTracks.Where(own => own.UserId == userId).Select(own => own.TrackId).ToListAsync(Stop);
    }

    private sealed record Heard(long Id, DateTimeOffset PlayedAt, int? MsPlayed, PlaySource Source, Of Track);

    private sealed record Of(long Id, string Name, string DisplayArtist, long SongId, long ArtistId, long? AlbumId);
}
