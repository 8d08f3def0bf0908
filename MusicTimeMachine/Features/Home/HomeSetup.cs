namespace MusicTimeMachine.Features.Home;

/// <summary>Registers the first page's queries.</summary>
internal static class HomeSetup
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddSingleton<SummaryQuery>();
        services.AddSingleton<TopQuery>();
        services.AddSingleton<ActivityQuery>();
        services.AddSingleton<HomeQuery>();
    }
}
