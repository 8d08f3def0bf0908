using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Importing;

/// <summary>A track as a file names it, with the number that its plays carry.</summary>
internal sealed class StagedTrack(int key, ImportedPlay play)
{
    private readonly string? _spotifyId = play.SpotifyId;
    private readonly string _artist = play.Artist ?? CatalogMatcher.UnknownArtist;

    // Removed tracks come with their id alone; a later file may bring the names.
    private readonly string _title = play.Track ?? "spotify:track:" + play.SpotifyId;
    private readonly string? _album = play.Album;

    /// <summary>The number.</summary>
    public int Key => key;

    /// <summary>Whether title and artist are known.</summary>
    public bool Named { get; } = play.Track is not null && play.Artist is not null;

    /// <summary>Writes the row of <c>staged_tracks</c>.</summary>
    public async ValueTask WriteAsync(BinaryCopy copy, CancellationToken cancellationToken)
    {
        await copy.BeginRowAsync(9, cancellationToken);
        copy.Write(Key);
        copy.Write(_spotifyId);
        copy.Write((bool?)Named);
        copy.Write(_artist);
        copy.Write(NameKey.Of(_artist));
        copy.Write(_title);
        copy.Write(Named ? NameKey.OfTitle(_title) : _title);
        copy.Write(_album);
        copy.Write(_album is null ? null : NameKey.Of(_album));
    }
}
