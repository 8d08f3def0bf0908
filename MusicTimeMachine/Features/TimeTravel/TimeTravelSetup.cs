namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>Registers the time machine's queries.</summary>
internal static class TimeTravelSetup
{
    public static void AddTimeTravel(this IServiceCollection services)
    {
        services.AddSingleton<TimelineQuery>();
        services.AddSingleton<TimeTravelQuery>();
        services.AddSingleton<OnThisDayQuery>();
    }
}
