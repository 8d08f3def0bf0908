namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>People who listen to one song after the other, go on while the server runs, and like some of it.</summary>
internal static class InventedListening
{
    private static readonly string[] Ranges = ["short_term", "medium_term", "long_term"];

    public static void Begin(FakePerson person, IList<FakeTrack> tracks, DateTimeOffset now, int taste)
    {
        var (next, ended) = (taste, now.AddHours(-4));
        person.ListensOn = until => Listen(until);
        foreach (var (index, range) in Ranges.Index()) person.Tops[range] = [.. Enumerable.Range(0, 80).Select(rank => tracks[((rank * 7) + (index * 13) + (taste * 31)) % tracks.Count])];
        for (var n = 0; n < 130; n++) person.Saved.Add(new FakeSaved(tracks[((n * 11) + taste) % tracks.Count], now.AddDays(-n).AddMinutes(-taste)));

        List<FakePlay> Listen(DateTimeOffset until)
        {
            List<FakePlay> played = [];
            while (tracks[next % tracks.Count] is var track && ended.AddMilliseconds(track.DurationMs) <= until)
            {
                ended = ended.AddMilliseconds(track.DurationMs);
                played.Add(new FakePlay(track, ended));
                next += 1 + (next % 5);
            }

            return played;
        }
    }
}
