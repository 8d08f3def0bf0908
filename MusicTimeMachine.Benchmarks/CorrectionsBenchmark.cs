using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Correcting;

namespace MusicTimeMachine.Benchmarks;

/// <summary>Corrections of a large library: of single plays, of a hundred at once, and of all plays of an artist; and their undoing.</summary>
internal sealed class CorrectionsBenchmark(LargeLibrary library)
{
    private const int Runs = 15;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Corrections _corrections = new(library.Database, TimeProvider.System);

    public static async Task RunAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        await new CorrectionsBenchmark(await LargeLibrary.WriteAsync(database, args)).RunAsync();
    }

    private async Task RunAsync()
    {
        var (plays, artists) = await ReadAsync();
        var timings = new Timings();
        var random = new Random(12);
        for (var run = 0; run < Runs; run++)
        {
            var one = PlaySelection.Of(plays[random.Next(plays.Length)]);
            var hundred = PlaySelection.Of(random.GetItems(plays, 100));
            await UndoneAsync(timings, "delete a play", () => _corrections.DeleteAsync(library.User, one, None));
            await UndoneAsync(timings, "move a play by an hour", () => _corrections.EditAsync(library.User, one, new PlayEdit { Shift = TimeSpan.FromHours(-1) }, None));
            await UndoneAsync(timings, "delete a hundred plays of all years", () => _corrections.DeleteAsync(library.User, hundred, None));
            await UndoneAsync(timings, "move a hundred plays of all years", () => _corrections.EditAsync(library.User, hundred, new PlayEdit { Shift = TimeSpan.FromHours(-1) }, None));
            await UndoneAsync(timings, "delete all plays of one of the top artists", () => _corrections.DeleteAsync(library.User, PlaySelection.OfArtist(artists[run]), None));
        }

        await Console.Out.WriteLineAsync($"{Runs} corrections of each kind, each undone\n\n{timings}\n");
    }

    private async Task UndoneAsync(Timings timings, string name, Func<Task<CorrectionResult>> correctAsync)
    {
        var result = await timings.MeasureAsync(name, correctAsync);
        if (result.CorrectionId is not { } id) throw new InvalidOperationException(result.Refusal);
        await timings.MeasureAsync(name + ": undo", () => _corrections.UndoAsync(library.User, id, None));
    }

    private async Task<(long[] Plays, long[] Artists)> ReadAsync()
    {
        await using var context = library.Database.CreateDbContext();
        var plays = await context.Plays.Shown().Where(play => play.UserId == library.User && play.Id % 50 == 0).Select(play => play.Id).ToArrayAsync(None);
        var artists = await context.UserTracks.Where(own => own.UserId == library.User)
            .Join(context.Tracks, own => own.TrackId, track => track.Id, (own, track) => new { track.ArtistId, own.Plays })
            .GroupBy(own => own.ArtistId, (artist, own) => new { artist, Plays = own.Sum(each => each.Plays) })
            .OrderByDescending(artist => artist.Plays).Select(artist => artist.artist).Take(Runs).ToArrayAsync(None);
        return (plays, artists);
    }
}
