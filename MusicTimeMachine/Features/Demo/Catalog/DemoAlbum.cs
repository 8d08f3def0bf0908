using System.Diagnostics.CodeAnalysis;

namespace MusicTimeMachine.Features.Demo;

/// <summary>How exactly the release date of an album is known.</summary>
public enum DemoDatePrecision
{
    /// <summary>Only the year; month and day stand at 1.</summary>
    Year,

    /// <summary>Year and month; the day stands at 1.</summary>
    Month,

    /// <summary>The whole date.</summary>
    Day,
}

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
/// <param name="Name">The title; unique for its artist, ignoring case, save that a single may share its album's.</param>
/// <param name="Artist">The artist's index in the library.</param>
/// <param name="Kind">What kind of release it is.</param>
/// <param name="Released">The date as far as it is known.</param>
/// <param name="Precision">How far it is known.</param>
public sealed record DemoAlbum(string Name, int Artist, DemoAlbumKind Kind, DateOnly Released, DemoDatePrecision Precision);
