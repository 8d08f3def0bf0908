using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>Registers capturing. What is captured is registered as <see cref="ICapture"/> by the features that it belongs to.</summary>
internal static class CapturingSetup
{
    public static void AddCapturing(this IServiceCollection services)
    {
        services.AddSingleton<ICapture, PlaysCapture>();
        services.AddSingleton<CaptureSchedule>();
        services.AddSingleton<CaptureGaps>();
        services.AddSingleton<IJobHandler, CaptureJob>();
        services.AddHostedService<CaptureScheduler>();
    }
}
