namespace MusicTimeMachine.Features.Catalog;

/// <summary>
/// One song, however many ids it goes by: the tracks of one artist whose titles compare equal. Tops, gems and similar
/// lists count songs. An ISRC that two tracks share brings their songs together later.
/// </summary>
public sealed class Song
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The first artist.</summary>
    public long ArtistId { get; set; }

    /// <summary>The title as it is compared, see <see cref="NameKey.OfTitle"/>.</summary>
    public required string TitleKey { get; set; }
}
