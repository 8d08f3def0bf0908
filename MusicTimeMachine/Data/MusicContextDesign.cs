using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MusicTimeMachine.Data;

/// <summary>Lets <c>dotnet ef</c> see the model without starting the application or a database.</summary>
internal sealed class MusicContextDesign : IDesignTimeDbContextFactory<MusicContext>
{
    public MusicContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MusicContext>().UseNpgsql("Host=design-time").Options);
}
