using System.Globalization;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>Where the pages of tracks, artists and albums are found.</summary>
public static class CatalogPaths
{
    /// <summary>A track's page.</summary>
    public static string Track(long id) => string.Create(CultureInfo.InvariantCulture, $"/tracks/{id}");

    /// <summary>An artist's page.</summary>
    public static string Artist(long id) => string.Create(CultureInfo.InvariantCulture, $"/artists/{id}");

    /// <summary>An album's page.</summary>
    public static string Album(long id) => string.Create(CultureInfo.InvariantCulture, $"/albums/{id}");
}
