using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
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

        // It reads the keys ahead of the first request, when the database is not there yet. They are read when they are needed.
        var eager = services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService");
        services.Remove(eager);
    }

    // The keys are as safe as the database that they lie in. Said outright, since saying nothing is a warning at every new key.
    private static readonly NullXmlEncryptor Plain = new();

    private sealed class KeysInDatabase(IDbContextFactory<MusicContext> contexts) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) =>
            (options.XmlRepository, options.XmlEncryptor) = (new DataProtectionKeyStore(contexts), Plain);
    }
}
