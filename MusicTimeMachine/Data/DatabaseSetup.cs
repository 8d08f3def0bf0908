using Microsoft.EntityFrameworkCore;

namespace MusicTimeMachine.Data;

/// <summary>Registers the database.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseStartup>());
        services.AddSingleton<IDbContextFactory<MusicContext>, MusicContextFactory>();
    }
}
