using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Hosting.Doctor;

/// <summary>Whether there is room in the data directory, and whether it can be written to.</summary>
internal sealed class DiskExamination(IConfiguration configuration) : IExamination
{
    private const string Subject = "Data directory";

    // An export of ten years and its import take some hundred megabytes.
    private const long TooLittle = 256L << 20;
    private const long Little = 2L << 30;

    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Examine()]);

    private Finding Examine()
    {
        try
        {
            var directory = DataDirectory.Resolve(configuration["DataDirectory"]);
            if (Refusal(directory) is { } refusal) return new Finding(Subject, FindingState.Error, refusal);
            var free = new DriveInfo(Existing(directory)).AvailableFreeSpace;
            var (state, advice) = free switch
            {
                < TooLittle => (FindingState.Error, " That is too little: make room, or move it with the setting DataDirectory."),
                < Little => (FindingState.Warning, " That is little: a large import may need more."),
                _ => (FindingState.Ok, ""),
            };
            return new Finding(Subject, state, $"{directory} has {Format.Bytes(free)} free.{advice}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            return new Finding(Subject, FindingState.Error, exception.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Why nothing can be written there; null when it can.</summary>
    private static string? Refusal(string directory)
    {
        var place = Existing(directory);
        try
        {
            using var probe = new FileStream(Path.Combine(place, $".doctor-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"Nothing can be written to {place}. Give it to the account that the server runs as, or set DataDirectory to another.";
        }
    }

    /// <summary>The directory, or where it would be made.</summary>
    private static string Existing(string directory)
    {
        while (!Directory.Exists(directory) && Path.GetDirectoryName(directory) is { } parent) directory = parent;
        return directory;
    }
}
