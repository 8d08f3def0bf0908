using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

/// <summary>Audio features for the invented tracks: on the bounds of the moods, with parts missing, of some tracks none.</summary>
internal static class InventedSounds
{
    public sealed record Sound(float? Energy, float? Valence, float? Danceability, float? Acousticness, float? Instrumentalness, float? Tempo)
    {
        public bool IsKnown => Energy is not null && Valence is not null && Danceability is not null;
    }

    private static readonly float[] Steps = [0, 0.25f, 0.5f, 0.500001f, 0.75f, 1];

    /// <summary>What a track sounds like; null where nothing is known.</summary>
    public static Sound? Of(InventedCatalog catalog, Track track)
    {
        var t = catalog.Tracks.IndexOf(track);
        return t % 8 == 3
            ? null
            : new(Step(t), t % 11 == 1 ? null : Step((t * 5) + 1), Step(t + 2), t % 4 == 1 ? null : Step(t + 3), t % 5 == 2 ? null : Step(t + 4), t % 6 == 5 ? null : 80 + t);
    }

    public static async Task StoreAsync(TestDatabase database, InventedCatalog catalog)
    {
        foreach (var track in catalog.Tracks)
        {
            if (Of(catalog, track) is not { } sound) continue;
            var parts = new (string Name, float? Value)[]
            {
                ("energy", sound.Energy), ("valence", sound.Valence), ("danceability", sound.Danceability), ("acousticness", sound.Acousticness),
                ("instrumentalness", sound.Instrumentalness), ("tempo", sound.Tempo),
            };
            var json = string.Join(',', parts.Where(part => part.Value is not null).Select(part => FormattableString.Invariant($"\"{part.Name}\":{part.Value}")));
            await database.ExecuteAsync($"update tracks set audio_features = '{{{json}}}' where id = {track.Id}");
        }
    }

    /// <summary>The fingerprint of some plays, computed plainly.</summary>
    public static Fingerprint Plain(InventedHistory history, IEnumerable<Play> plays)
    {
        var all = plays.ToList();
        var known = all.Select(play => Of(history.Catalog, history.TrackOf(play))).OfType<Sound>().Where(sound => sound.IsKnown).ToList();
        return new Fingerprint(all.Count, known.Count)
        {
            Energy = Average(known.Select(sound => sound.Energy)),
            Valence = Average(known.Select(sound => sound.Valence)),
            Danceability = Average(known.Select(sound => sound.Danceability)),
            Acousticness = Average(known.Select(sound => sound.Acousticness)),
            Instrumentalness = Average(known.Select(sound => sound.Instrumentalness)),
            Tempo = Average(known.Select(sound => sound.Tempo)),
            HappyEnergetic = known.Count(sound => sound.Energy > 0.5f && sound.Valence > 0.5f),
            AngryIntense = known.Count(sound => sound.Energy > 0.5f && sound.Valence <= 0.5f),
            CalmPeaceful = known.Count(sound => sound.Energy <= 0.5f && sound.Valence > 0.5f),
            SadMelancholic = known.Count(sound => sound.Energy <= 0.5f && sound.Valence <= 0.5f),
        };
    }

    /// <summary>Whether two fingerprints are the same, but for the order in which their averages were added up.</summary>
    public static void AssertSame(Fingerprint expected, Fingerprint actual)
    {
        Assert.Equal(Rounded(expected), Rounded(actual));

        static Fingerprint Rounded(Fingerprint sound) => sound with
        {
            Energy = Round(sound.Energy),
            Valence = Round(sound.Valence),
            Danceability = Round(sound.Danceability),
            Acousticness = Round(sound.Acousticness),
            Instrumentalness = Round(sound.Instrumentalness),
            Tempo = Round(sound.Tempo),
        };

        static double? Round(double? value) => value is { } number ? Math.Round(number, 9) : null;
    }

    private static double? Average(IEnumerable<float?> values) => values.Average(value => (double?)value);

    private static float Step(int i) => Steps[i % Steps.Length];
}
