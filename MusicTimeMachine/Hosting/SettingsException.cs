namespace MusicTimeMachine.Hosting;

/// <summary>The settings are wrong. The message has a line for each, with its key and what to do.</summary>
public sealed class SettingsException(IEnumerable<string> problems)
    : Exception("The settings are wrong:" + string.Concat(problems.Select(problem => Environment.NewLine + "  " + problem)));
