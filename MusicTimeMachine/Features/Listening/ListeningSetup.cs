using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Listening;

/// <summary>Registers what reads plays.</summary>
internal static class ListeningSetup
{
    public static void AddListening(this IServiceCollection services)
    {
        services.AddSingleton<ListeningMemory>();
        services.AddSingleton<PlaysQuery>();
        services.AddSingleton<PlaysOfQuery>();
        services.AddSingleton<HidingRules>();
        services.AddSingleton<Corrections>();
        services.AddSingleton<AddableTracksQuery>();
        services.AddScoped<HistoryChanges>();
    }
}
