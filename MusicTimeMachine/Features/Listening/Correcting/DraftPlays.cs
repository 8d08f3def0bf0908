namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>Plays that somebody is about to add: tracks that follow one another without a pause.</summary>
public sealed class DraftPlays
{
    /// <summary>How much time a play of unknown length takes before the next one begins, in milliseconds.</summary>
    public const int UnknownMs = 210_000;

    /// <summary>The tracks, in the order in which they were heard.</summary>
    public IList<DraftTrack> Tracks { get; } = [];

    /// <summary>Those of which a play is added.</summary>
    public IEnumerable<DraftTrack> Chosen => Tracks.Where(track => track.Chosen);

    /// <summary>How long all of it took.</summary>
    public TimeSpan Length => TimeSpan.FromMilliseconds(Chosen.Sum(track => (long)(track.Ms ?? UnknownMs)));

    /// <summary>Whether the times rest on <see cref="UnknownMs"/>.</summary>
    public bool Guesses => Chosen.Any(track => track.Ms is null);

    /// <summary>When each chosen track began and ended.</summary>
    /// <param name="at">When the first of them began, or the last ended.</param>
    /// <param name="ended">Whether it is the end.</param>
    public IEnumerable<(DraftTrack Track, DateTimeOffset Began, DateTimeOffset Ended)> Times(DateTimeOffset at, bool ended)
    {
        var time = ended ? at - Length : at;
        foreach (var track in Chosen)
        {
            var began = time;
            time += TimeSpan.FromMilliseconds(track.Ms ?? UnknownMs);
            yield return (track, began, time);
        }
    }

    /// <summary>The plays.</summary>
    /// <param name="at">When the first of them began, or the last ended.</param>
    /// <param name="ended">Whether it is the end.</param>
    public IReadOnlyList<AddedPlay> ToPlays(DateTimeOffset at, bool ended) =>
        [.. Times(at, ended).Select(play => new AddedPlay(play.Ended, play.Track.Ms) { TrackId = play.Track.TrackId, Named = play.Track.Named })];

    /// <summary>Puts a track one place up or down, where there is a place.</summary>
    public void Move(DraftTrack track, int by)
    {
        var place = Tracks.IndexOf(track);
        if (place < 0 || place + by < 0 || place + by >= Tracks.Count) return;
        Tracks.RemoveAt(place);
        Tracks.Insert(place + by, track);
    }
}
