using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Catalog.Albums;

/// <summary>All that an album's page shows.</summary>
/// <param name="Album">The album.</param>
/// <param name="History">Its plays and ranks through the years.</param>
/// <param name="Tracks">Its tracks in the library.</param>
public sealed record AlbumPageData(AlbumDetails Album, ItemHistory History, TopList Tracks);
