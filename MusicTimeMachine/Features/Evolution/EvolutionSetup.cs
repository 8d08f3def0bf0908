namespace MusicTimeMachine.Features.Evolution;

/// <summary>Registers the question how listening changes.</summary>
internal static class EvolutionSetup
{
    public static void AddEvolution(this IServiceCollection services) => services.AddSingleton<EvolutionQuery>();
}
