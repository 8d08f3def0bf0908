namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>Says why a file of the disk cannot be read.</summary>
internal static class FileProblem
{
    /// <summary>Whether the error is of the file rather than of the program.</summary>
    public static bool Is(Exception e) => e is IOException or InvalidDataException or UnauthorizedAccessException;

    /// <summary>A sentence for a person.</summary>
    /// <param name="name">The file's name for people.</param>
    /// <param name="e">What opening or reading it met.</param>
    public static string Say(string name, Exception e) => e switch
    {
        UnreadableFileException => $"{name} cannot be read: {e.Message}",
        FileNotFoundException or DirectoryNotFoundException => $"{name} was not found: it does not exist, or it vanished while the import ran.",
        UnauthorizedAccessException => $"{name} cannot be read: this program lacks the permission to open it.",
        InvalidDataException => $"{name} cannot be read: it is damaged. Download it again.",
        _ => $"{name} cannot be read: the disk reported an error.",
    };
}
