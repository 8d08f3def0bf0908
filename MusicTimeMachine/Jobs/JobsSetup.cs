using MusicTimeMachine.Data;

namespace MusicTimeMachine.Jobs;

/// <summary>Registers durable work.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<LiveUpdates>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveUpdates>());
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobWorker>();
    }
}
