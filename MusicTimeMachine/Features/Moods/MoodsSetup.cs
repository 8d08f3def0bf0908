namespace MusicTimeMachine.Features.Moods;

/// <summary>Registers the mood matrix.</summary>
internal static class MoodsSetup
{
    public static void AddMoods(this IServiceCollection services) => services.AddSingleton<MoodQuery>();
}
