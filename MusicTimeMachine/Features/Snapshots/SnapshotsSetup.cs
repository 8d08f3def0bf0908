using MusicTimeMachine.Features.Capturing;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Registers the snapshots of tops.</summary>
internal static class SnapshotsSetup
{
    public static void AddSnapshots(this IServiceCollection services)
    {
        services.AddSingleton<SnapshotsQuery>();
        services.AddSingleton<SnapshotWriter>();
        services.AddSingleton<TopsCapture>();
        services.AddSingleton<ICapture>(provider => provider.GetRequiredService<TopsCapture>());
    }
}
