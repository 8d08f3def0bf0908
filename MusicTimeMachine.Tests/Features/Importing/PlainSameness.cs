using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>
/// The rules by which reports are reports of one play, once more and in plain words: for each source, from the most detail
/// to the least, every report that stands alone asks the closest shown report of the same song, which takes the closest
/// that asks and has one of that source at most; who was refused asks the next.
/// </summary>
internal static class PlainSameness
{
    private static readonly PlaySource[] ByDetail = [PlaySource.SpotifyExtended, PlaySource.SpotifyRecent, PlaySource.SpotifyAccount];

    /// <summary>The reports as they are stored, with what is shown of them.</summary>
    public static List<Library.Report> Resolve(IEnumerable<Library.Report> reports)
    {
        var nodes = reports.Distinct().Select(report => new Node(report)).OrderBy(node => node.Report.PlayedAt).ThenBy(node => node.Report.MsPlayed).ThenBy(node => node.Report.Title, StringComparer.Ordinal).ToList();
        HideResent(nodes);
        foreach (var source in ByDetail.Skip(1))
        {
            var low = nodes.Where(node => node.Report.Source == source).ToList();
            var high = nodes.Where(node => node.Report.Source < source && !node.Hidden).ToList();
            while (PairOnce(low.Where(node => !node.Hidden), high, source))
            {
                // Again, as long as somebody finds a partner.
            }
        }

        return [.. nodes.Select(node => node.Report with { Shown = !node.Hidden })];
    }

    /// <summary>The same song and time listened within 30 seconds of the one before: told twice.</summary>
    private static void HideResent(List<Node> nodes)
    {
        foreach (var same in nodes.Where(node => node.Report.Source != PlaySource.SpotifyAccount).GroupBy(node => (node.Report.Source, node.Report.Artist, node.Report.Title, node.Report.MsPlayed)))
        {
            foreach (var (before, node) in same.Zip(same.Skip(1)))
                node.Hidden = node.Report.PlayedAt - before.Report.PlayedAt <= TimeSpan.FromSeconds(30);
        }
    }

    private static bool PairOnce(IEnumerable<Node> low, List<Node> high, PlaySource source)
    {
        var asked = low
            .Select(node => (Low: node, High: high.Where(other => !other.Has.Contains(source) && AreClose(node, other)).OrderBy(other => Distance(node, other)).FirstOrDefault()))
            .Where(pair => pair.High is not null)
            .ToList();
        foreach (var group in asked.GroupBy(pair => pair.High!))
        {
            var (taken, _) = group.OrderBy(pair => Distance(pair.Low, group.Key)).First();
            taken.Hidden = true;
            group.Key.Has.Add(source);
        }

        return asked.Count > 0;
    }

    private static bool AreClose(Node one, Node other) =>
        one.Report.Artist == other.Report.Artist && one.Report.Title == other.Report.Title
        && ((one.Report.PlayedAt - other.Report.PlayedAt).Duration() <= TimeSpan.FromSeconds(one.Report.Precision is PlayPrecision.Minute || other.Report.Precision is PlayPrecision.Minute ? 120 : 90)
            || FromStart(one, other) <= TimeSpan.FromSeconds(one.Report.Precision is PlayPrecision.Minute ? 60 : 30));

    private static (bool Differs, TimeSpan Distance) Distance(Node low, Node high)
    {
        var distance = (Middle(high) - Middle(low)).Duration();
        if (FromStart(low, high) is { } start && start < distance) distance = start;
        var equal = (low.Report.Source, high.Report.Source) == (PlaySource.SpotifyRecent, PlaySource.SpotifyExtended) ? TimeSpan.FromSeconds(10) : TimeSpan.Zero;
        return (low.Report.MsPlayed != high.Report.MsPlayed, distance > equal ? distance : equal);
    }

    /// <summary>How far what was recently played lies from the start of the other report; null where neither is that, or the length is not told.</summary>
    private static TimeSpan? FromStart(Node low, Node high) => (low.Report.Source, high.Report.Source) switch
    {
        (PlaySource.SpotifyRecent, PlaySource.SpotifyExtended) => (Middle(high).AddMilliseconds(-high.Report.MsPlayed!.Value) - low.Report.PlayedAt).Duration(),
        (PlaySource.SpotifyAccount, PlaySource.SpotifyRecent) => (Middle(low).AddMilliseconds(-low.Report.MsPlayed!.Value) - high.Report.PlayedAt).Duration(),
        _ => null,
    };

    /// <summary>Within a minute the middle is the best guess.</summary>
    private static DateTimeOffset Middle(Node node) => node.Report.PlayedAt + (node.Report.Precision is PlayPrecision.Minute ? TimeSpan.FromSeconds(30) : TimeSpan.Zero);

    private sealed class Node(Library.Report report)
    {
        public Library.Report Report => report;

        public HashSet<PlaySource> Has { get; } = [];

        public bool Hidden { get; set; }
    }
}
