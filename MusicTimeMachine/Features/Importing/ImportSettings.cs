namespace MusicTimeMachine.Features.Importing;

/// <summary>Section <c>Imports</c>.</summary>
public sealed class ImportSettings
{
    /// <summary>Largest upload, all files together, in bytes.</summary>
    public long MaxUploadBytes { get; set; } = 2L << 30;

    /// <summary>Most bytes that the members of one zip may have when inflated.</summary>
    public long MaxInflatedBytes { get; set; } = 16L << 30;

    /// <summary>Most bad rows that are kept of one import; at that many it stops reading the file.</summary>
    public int MaxErrors { get; set; } = 10_000;

    /// <summary>
    /// Plays that are written in one transaction, and read, matched and written side by side with two other batches: large sets
    /// cost less a play, small ones less memory.
    /// </summary>
    public int BatchSize { get; set; } = 200_000;
}
