namespace MusicTimeMachine.Features.Importing;

/// <summary>Why an upload was not taken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Sentence">What happened and what to do, for the person.</param>
internal sealed record UploadRefusal(int Status, string Sentence)
{
    private const int DiskFullOnUnix = 28; // ENOSPC
    private const int QuotaExceededOnUnix = 122; // EDQUOT
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public static UploadRefusal NotFromThePage { get; } =
        new(StatusCodes.Status400BadRequest, "The page that this upload came from is out of date. Load it anew and upload again.");

    public static UploadRefusal NoFiles { get; } =
        new(StatusCodes.Status400BadRequest, "No file arrived. Choose the zip that Spotify sent you, or the JSON files in it.");

    public static UploadRefusal TooManyFiles { get; } =
        new(StatusCodes.Status400BadRequest, $"These are more than {UploadReceiver.MaxFiles:N0} files. Upload the zip as it came, or the folder with the history alone.");

    public static UploadRefusal NameTooLong { get; } =
        new(StatusCodes.Status400BadRequest, "The name of a file is too long. Nothing was imported; give it a shorter name and upload again.");

    public static UploadRefusal NoForm { get; } =
        new(StatusCodes.Status400BadRequest, "The form that came cannot be read. Nothing was imported; upload on the page Imports.");

    public static UploadRefusal BrokenOff { get; } =
        new(StatusCodes.Status400BadRequest, "The upload broke off on the way. Nothing was imported; upload again.");

    public static UploadRefusal DiskFull { get; } =
        new(StatusCodes.Status507InsufficientStorage, "The server's disk is full. Nothing was imported; make room on it, or ask whoever runs it, and upload again.");

    private static UploadRefusal NotStored { get; } =
        new(StatusCodes.Status500InternalServerError, "The server could not store the files in its data directory. Nothing was imported; its administrator can find out why.");

    /// <summary>The answer to the request.</summary>
    public IResult AsProblem() => Results.Problem(statusCode: Status, title: "The files were not taken.", detail: Sentence);

    /// <summary>The files are larger than the server takes.</summary>
    /// <param name="most">How many bytes it takes.</param>
    public static UploadRefusal TooLarge(long most) => new(
        StatusCodes.Status413PayloadTooLarge,
        $"That is more than {Ui.Text.Format.Bytes(most)}, the most that this server takes at once. Upload the files one after the other, or have the setting Imports:MaxUploadBytes raised.");

    /// <summary>Nothing is in the files.</summary>
    public static UploadRefusal Empty(IReadOnlyList<string> names) => new(
        StatusCodes.Status400BadRequest,
        names is [var only] ? $"{only} is empty. Download or copy it again." : "These files are all empty. Download or copy them again.");

    /// <summary>Storing the files failed.</summary>
    public static UploadRefusal Of(Exception exception) =>
        exception is IOException { HResult: DiskFullOnUnix or QuotaExceededOnUnix or DiskFullOnWindows or HandleDiskFullOnWindows } ? DiskFull : NotStored;
}
