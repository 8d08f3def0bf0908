namespace MusicTimeMachine.Hosting;

/// <summary>A setting with several values: one text with semicolons, commas or blanks between them, or a list in the file.</summary>
internal static class SettingList
{
    private static readonly char[] Between = [';', ',', ' '];

    /// <summary>The values; none when the setting is empty.</summary>
    public static IEnumerable<string> Read(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        return section.GetChildren().Select(child => child.Value).Prepend(section.Value)
            .SelectMany(text => (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
