namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Plays that an import reported too, although an earlier one had brought them. When the earlier one is undone, they stay.
/// One row a batch, with the ids as an array, because a repeated import repeats a million of them.
/// </summary>
public sealed class ImportSighting
{
    /// <summary>The import that reported them again.</summary>
    public long ImportId { get; set; }

    /// <summary>The batch of that import, from 1.</summary>
    public int Batch { get; set; }

    /// <summary>The plays.</summary>
    public required long[] PlayIds { get; set; }
}
