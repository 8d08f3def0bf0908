using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Catalog.Artists;

/// <summary>All that an artist's page shows.</summary>
/// <param name="Artist">The artist.</param>
/// <param name="History">Their plays and ranks through the years.</param>
/// <param name="Songs">A page of their songs.</param>
/// <param name="Guest">The most played songs on which they are a guest.</param>
/// <param name="Albums">Their albums.</param>
public sealed record ArtistPageData(ArtistDetails Artist, ItemHistory History, TopList Songs, TopList Guest, IReadOnlyList<ArtistAlbum> Albums);
