using MusicTimeMachine.Features.Importing.Archives;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Registers importing.</summary>
internal static class ImportingSetup
{
    public static void AddImporting(this IServiceCollection services)
    {
        services.AddSingleton<HistoryFormats>();
        services.AddSingleton(provider => new HistoryReader(
            provider.GetRequiredService<HistoryFormats>(),
            new ArchiveLimits { InflatedBytes = provider.GetRequiredService<ImportSettings>().MaxInflatedBytes }));
        services.AddSingleton<HistoryImporter>();
        services.AddSingleton<ImportService>();
        services.AddSingleton<ImportUndo>();
        services.AddSingleton<ImportUploads>();
        services.AddSingleton<UploadIntake>();
        services.AddSingleton<IJobHandler, ImportJob>();
        services.AddHostedService<UploadCleanup>();
    }
}
