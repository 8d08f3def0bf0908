namespace MusicTimeMachine.Features.Catalog;

/// <summary>
/// The one row that says whether what is known of tracks and artists has changed: whoever keeps a copy of their audio
/// features, release dates, popularity or genres asks it whether the copy still holds. Triggers count it up in the
/// transaction that changes them.
/// </summary>
public sealed class CatalogState
{
    /// <summary>Always 1.</summary>
    public short Id { get; init; } = 1;

    /// <summary>Counts the changes.</summary>
    public long Revision { get; set; }
}
