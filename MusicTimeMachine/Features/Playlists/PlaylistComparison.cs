namespace MusicTimeMachine.Features.Playlists;

/// <summary>Two versions of a playlist side by side.</summary>
/// <param name="Before">The version that is compared with.</param>
/// <param name="After">The version that is looked at.</param>
/// <param name="Diff">All that differs.</param>
/// <param name="Names">What the first tracks of each part are called, by the catalogue's number.</param>
public sealed record PlaylistComparison(int Before, int After, PlaylistDiff Diff, IReadOnlyDictionary<long, PlaylistEntry> Names)
{
    /// <summary>The most tracks of each part that are named.</summary>
    public const int MostNamed = 100;
}
