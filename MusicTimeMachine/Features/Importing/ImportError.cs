namespace MusicTimeMachine.Features.Importing;

/// <summary>A row, or a whole file, that could not be read.</summary>
public sealed class ImportError
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The import.</summary>
    public long ImportId { get; set; }

    /// <summary>The file's name.</summary>
    public required string File { get; set; }

    /// <summary>The row's number in the file, from 1; null when it is about the whole file.</summary>
    public long? Row { get; set; }

    /// <summary>What is wrong and what to do, as a sentence.</summary>
    public required string Reason { get; set; }
}
