namespace MusicTimeMachine.Features.Importing;

/// <summary>One file of an import, or one member of a zip, with its own part of the account.</summary>
public sealed class ImportFile
{
    /// <summary>The import.</summary>
    public long ImportId { get; set; }

    /// <summary>Its place in the import, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>Its name, with the zip and the folders that it lies in.</summary>
    public required string Name { get; set; }

    /// <summary>The format's name; null when the file could not be read at all.</summary>
    public string? Format { get; set; }

    /// <summary>Rows read.</summary>
    public long Rows { get; set; }

    /// <summary>Rows that are plays, before repeats are taken out.</summary>
    public long Plays { get; set; }

    /// <summary>Rows left out, for whichever reason.</summary>
    public long Skipped { get; set; }

    /// <summary>Rows that could not be read.</summary>
    public long Errors { get; set; }

    /// <summary>The file's hash, by which it is known again; null when it was not read to its end without errors.</summary>
    public byte[]? Hash { get; set; }
}
