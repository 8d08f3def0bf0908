using System.Diagnostics.CodeAnalysis;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Demo;

/// <summary>The kinds of releases.</summary>
public enum DemoAlbumKind
{
    /// <summary>An album of new songs.</summary>
    Album,

    /// <summary>Three to five songs.</summary>
    ExtendedPlay,

    /// <summary>One song.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "What the trade calls it.")]
    Single,

    /// <summary>Songs that were on other releases before.</summary>
    Compilation,

    /// <summary>An older album, made louder.</summary>
    Remaster,

    /// <summary>Songs of other releases before an audience.</summary>
    Live,
}

/// <summary>An invented release.</summary>
/// <param name="Name">The title; unique for its artist as names are compared, see <see cref="NameKey"/>.</param>
/// <param name="Artist">The artist's index in the library.</param>
/// <param name="Kind">What kind of release it is.</param>
/// <param name="Released">The date as far as it is known.</param>
/// <param name="Precision">How far it is known.</param>
public sealed record DemoAlbum(string Name, int Artist, DemoAlbumKind Kind, DateOnly Released, ReleaseDatePrecision Precision);
