using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Tests.Features.Importing;

namespace MusicTimeMachine.Tests.Features.Listening.Correcting;

/// <summary>Corrections in between imports of sources that report the same plays, few songs in quick succession.</summary>
public sealed class CorrectionsOfMessyListeningTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    private readonly Corrections _corrections = new(importing.Database, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task EverythingUndone_IsAsIfNothingHadBeenCorrected(int seed)
    {
        var userId = await importing.AddUserAsync("Europe/Zurich");
        var heard = new OverlappingListening(seed, 200, $"messy {seed}");
        var random = new Random(seed);
        string[] sources = ["early", "late", "account", "recent"];
        random.Shuffle(sources);
        List<long> corrections = [];
        foreach (var source in sources)
        {
            await heard.BringAsync(importing, userId, source);
            for (var i = 0; i < 3; i++)
            {
                var result = await CorrectAsync(userId, random);
                Assert.Null(result.Refusal);
                corrections.Add(result.CorrectionId!.Value);
                await importing.Database.AssertTotalsAsync(userId);
            }
        }

        foreach (var correction in corrections.AsEnumerable().Reverse())
        {
            Assert.Null((await _corrections.UndoAsync(userId, correction, Stop)).Refusal);
            await importing.Database.AssertTotalsAsync(userId);
        }

        Assert.Equal(Importing.Library.Lines(PlainSameness.Resolve(heard.Reports)), Importing.Library.Lines(await importing.Database.ReportsAsync(userId)));
    }

    private async Task<CorrectionResult> CorrectAsync(Guid userId, Random random)
    {
        await using var context = importing.Database.CreateDbContext();
        var shown = await context.Plays.Shown().Where(play => play.UserId == userId).OrderBy(play => play.Id).ToListAsync(Stop);
        var some = PlaySelection.Of(random.GetItems(shown.ToArray(), 12).Select(play => play.Id));
        var track = shown[random.Next(shown.Count)].TrackId;
        return random.Next(4) switch
        {
            0 => await _corrections.DeleteAsync(userId, some, Stop),
            1 => await _corrections.EditAsync(userId, some, new PlayEdit { Shift = TimeSpan.FromSeconds(random.Next(-200, 200)) }, Stop),
            2 => await _corrections.EditAsync(userId, some, new PlayEdit { TrackId = track }, Stop),
            _ => await _corrections.AddAsync(userId, [.. Enumerable.Range(0, 5).Select(i => new AddedPlay(shown[^1].PlayedAt.AddDays(-100).AddMinutes(random.Next(100_000)), 60_000) { TrackId = track })], Stop),
        };
    }
}
