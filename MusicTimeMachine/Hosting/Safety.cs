using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Hosting;

/// <summary>Data Protection with its keys in the database.</summary>
internal static class Safety
{
    public static void AddSafety(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("MusicTimeMachine");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
    }

    private sealed class KeysInDatabase(IDbContextFactory<MusicContext> contexts) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) =>
            options.XmlRepository = new DataProtectionKeyStore(contexts);
    }
}
