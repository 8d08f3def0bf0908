using MusicTimeMachine.Features.Catalog.Ranks;

namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>All that a track's page shows.</summary>
/// <param name="Track">The track.</param>
/// <param name="History">Its song through the years.</param>
/// <param name="Library">How the library sounds; null when nothing was heard yet.</param>
/// <param name="Similar">What sounds like it.</param>
public sealed record TrackPageData(TrackDetails Track, ItemHistory History, LibraryFeatures? Library, IReadOnlyList<SimilarTrack> Similar);
