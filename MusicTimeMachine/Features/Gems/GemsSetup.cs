namespace MusicTimeMachine.Features.Gems;

/// <summary>Registers the forgotten gems.</summary>
internal static class GemsSetup
{
    public static void AddGems(this IServiceCollection services)
    {
        services.AddSingleton<GemsQuery>();
        services.AddSingleton<GemHiding>();
    }
}
