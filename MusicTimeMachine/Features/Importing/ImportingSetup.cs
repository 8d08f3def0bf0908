namespace MusicTimeMachine.Features.Importing;

/// <summary>Registers importing.</summary>
internal static class ImportingSetup
{
    public static void AddImporting(this IServiceCollection services)
    {
    }
}
