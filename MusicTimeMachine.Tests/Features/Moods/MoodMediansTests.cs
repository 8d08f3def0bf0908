using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Moods;

namespace MusicTimeMachine.Tests.Features.Moods;

public sealed class MoodMediansTests(MoodQueryTests.Fixture fixture) : IClassFixture<MoodQueryTests.Fixture>
{
    [Fact]
    public async Task Medians_AfterFeaturesChanged_AreThoseOfTheNewOnes()
    {
        var (history, month, cancel) = (fixture.Of("Europe/Zurich"), new DayRange(new(2025, 11, 1), new(2025, 12, 1)), TestContext.Current.CancellationToken);
        var before = await fixture.Query.AskAsync(history.User.Id, month, MoodSplit.Medians, cancel);
        Assert.Equal(PlainMoods.Medians(history), before.Thresholds);
        Assert.Equal(before.Thresholds, (await fixture.Query.AskAsync(history.User.Id, month, MoodSplit.Medians, cancel)).Thresholds);

        await fixture.Database.ExecuteAsync("""update tracks set audio_features = '{"energy":0.25,"valence":0.75,"danceability":1}'""");

        var after = await fixture.Query.AskAsync(history.User.Id, month, MoodSplit.Medians, cancel);
        Assert.Equal(new MoodThresholds(0.25f, 0.75f), after.Thresholds);
        Assert.Equal(after.Coverage.Tracks, after.Quadrants[(int)Mood.SadMelancholic].Tracks); // Nothing lies above what all are.
    }
}
