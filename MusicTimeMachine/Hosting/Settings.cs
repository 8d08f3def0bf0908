using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Api;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Hosting;

/// <summary>
/// Reads and checks the settings of <c>appsettings.json</c>, all at once and before anything starts, so that one message
/// names every wrong key. Environment variables override the file (<c>Demo__Enabled=true</c>), arguments override both.
/// </summary>
internal static class Settings
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var problems = new List<string>();
        Add<DatabaseSettings>(builder, "Database", problems, _ => []);
        Add<DemoSettings>(builder, "Demo", problems, _ => []);
        Add<ImportSettings>(builder, "Imports", problems, imports =>
        [
            ("MaxUploadBytes", imports.MaxUploadBytes is >= 1 << 20 and <= 64L << 30, "must be between 1 MiB and 64 GiB, in bytes"),
            ("MaxInflatedBytes", imports.MaxInflatedBytes is >= 1 << 20 and <= 1024L << 30, "must be between 1 MiB and 1 TiB, in bytes"),
            ("MaxErrors", imports.MaxErrors is >= 1 and <= 1_000_000, "must be between 1 and 1,000,000"),
            ("BatchSize", imports.BatchSize is >= 1_000 and <= 1_000_000, "must be between 1,000 and 1,000,000"),
        ]);
        Add<AccountSettings>(builder, "Accounts", problems, accounts =>
        [
            ("LockoutAttempts", accounts.LockoutAttempts is >= 3 and <= 100, "must be between 3 and 100"),
            ("LockoutMinutes", accounts.LockoutMinutes is >= 1 and <= 1440, "must be between 1 and 1,440"),
            ("SignInsPerMinute", accounts.SignInsPerMinute is >= 1 and <= 1000, "must be between 1 and 1,000"),
            ("SessionDays", accounts.SessionDays is >= 1 and <= 365, "must be between 1 and 365"),
            ("InvitationDays", accounts.InvitationDays is >= 1 and <= 90, "must be between 1 and 90"),
        ]);
        Add<ApiSettings>(builder, "Api", problems, api =>
        [
            ("RequestsPerMinute", api.RequestsPerMinute is >= 1 and <= 100_000, "must be between 1 and 100,000"),
        ]);
        Add<SpotifySettings>(builder, "Spotify", problems, SpotifySettings.Rules);
        builder.Services.AddSingleton(HostNames.Read(builder.Configuration, problems));
        builder.Services.AddSingleton(TrustedProxies.Read(builder.Configuration, problems));
        if (problems.Count > 0) throw new SettingsException(problems);
    }

    /// <summary>Whether an argument sets something that there is: a key of <c>appsettings.json</c>, or one of the framework's.</summary>
    public static bool IsSetting(string argument)
    {
        var key = argument.TrimStart('-').Split('=', 2);
        if (key.Length < 2) return false;
        var section = key[0].Split(':')[0];
        return section.Equals("Kestrel", StringComparison.OrdinalIgnoreCase) || section.Equals("Environment", StringComparison.OrdinalIgnoreCase)
            || new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build().GetSection(section).Exists();
    }

    private static void Add<TSettings>(
        WebApplicationBuilder builder, string section, List<string> problems, Func<TSettings, IEnumerable<(string Key, bool Holds, string Rule)>> rules)
        where TSettings : class, new()
    {
        var settings = new TSettings();
        try
        {
            builder.Configuration.GetSection(section).Bind(settings);
        }
        catch (InvalidOperationException exception)
        {
            // The binder's sentence names the key and the type, "Failed to convert configuration value 'x' at 'Demo:Enabled' to type …".
            problems.Add($"{section}: {exception.Message}");
            return;
        }

        problems.AddRange(rules(settings).Where(rule => !rule.Holds).Select(rule => $"{section}:{rule.Key} {rule.Rule}."));
        builder.Services.AddSingleton(settings);
    }
}
