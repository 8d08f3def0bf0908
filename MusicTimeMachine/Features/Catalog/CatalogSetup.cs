using MusicTimeMachine.Features.Catalog.Albums;
using MusicTimeMachine.Features.Catalog.Artists;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Catalog.Tracks;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>Registers the queries of the pages of tracks, artists and albums.</summary>
internal static class CatalogSetup
{
    public static void AddCatalog(this IServiceCollection services)
    {
        services.AddSingleton<TrackQuery>();
        services.AddSingleton<TrackPageQuery>();
        services.AddSingleton<SimilarTracksQuery>();
        services.AddSingleton<ArtistQuery>();
        services.AddSingleton<ArtistPageQuery>();
        services.AddSingleton<AlbumQuery>();
        services.AddSingleton<AlbumPageQuery>();
        services.AddSingleton<ItemHistoryQuery>();
        services.AddSingleton<RankThroughYearsQuery>();
    }
}
