namespace MusicTimeMachine.Features.Demo;

/// <summary>Draws a recording's audio features; those that go together in music go together here.</summary>
internal static class DemoSounds
{
    private static readonly double[] KeyShares = [11, 9, 11, 4, 8, 9, 7, 11, 7, 10, 6, 8];

    /// <summary>The features of a new song of this artist.</summary>
    public static DemoAudioFeatures Draw(DemoRandom random, DemoProfile artist)
    {
        var sound = artist.Genre.Sound;
        var energy = Fold(sound.Energy + artist.Energy + (random.Normal() * .13));
        var danceability = Fold(sound.Danceability + (random.Normal() * .10));
        var valence = Fold(sound.Valence + artist.Valence + (random.Normal() * .17) + ((danceability - sound.Danceability) * .45));
        var acousticness = Fold(sound.Acousticness - ((energy - sound.Energy) * .8) + (random.Normal() * .12));
        var tail = random.NextDouble();
        var instrumentalness = random.Chance(sound.Instrumental) ? .96 - (.42 * tail * tail) : .4 * tail * tail * tail * tail * tail;
        var speechiness = .025 + (sound.Speech * random.Between(.3, 1.5));
        var crowd = random.NextDouble();
        return new DemoAudioFeatures(
            Math.Round(danceability, 3),
            Math.Round(energy, 3),
            Math.Round(valence, 3),
            Math.Round(acousticness, 3),
            Math.Round(instrumentalness, 3),
            Math.Round(Math.Min(.95, speechiness), 3),
            Math.Round(.06 + (.34 * crowd * crowd * crowd), 3),
            Math.Round(Tempo(random, sound.Tempo), 1),
            Math.Round(Math.Clamp(-26 + (21.5 * energy) + (random.Normal() * 1.7), -30, -.5), 1),
            random.Chance(.02) ? -1 : random.Choose(KeyShares),
            random.Chance(valence < .35 ? .55 : .36) ? 0 : 1);
    }

    /// <summary>The same song, made louder years later.</summary>
    public static DemoAudioFeatures Remaster(DemoRandom random, DemoAudioFeatures song) => song with
    {
        Energy = Math.Round(Fold(song.Energy + random.Between(0, .06)), 3),
        Loudness = Math.Round(Math.Min(-.5, song.Loudness + random.Between(1, 4)), 1),
    };

    /// <summary>The same song before an audience.</summary>
    public static DemoAudioFeatures Live(DemoRandom random, DemoAudioFeatures song) => song with
    {
        Energy = Math.Round(Fold(song.Energy + random.Between(-.02, .12)), 3),
        Danceability = Math.Round(Fold(song.Danceability - random.Between(0, .1)), 3),
        Liveness = Math.Round(random.Between(.62, .97), 3),
        Tempo = Math.Round(Math.Clamp(song.Tempo * random.Between(.97, 1.08), 50, 210), 1),
    };

    // Some trackers hear half or twice the beat, as real ones do.
    private static double Tempo(DemoRandom random, double mean)
    {
        var tempo = mean * (1 + (random.Normal() * .13));
        var heard = random.Choose([92, 4, 4]) switch
        {
            0 => tempo,
            1 => tempo / 2,
            _ => tempo * 2,
        };
        return heard is > 50 and < 210 ? heard : Math.Clamp(tempo, 50, 210);
    }

    // What falls over an edge is folded back in, so that no edge collects a heap.
    private static double Fold(double value)
    {
        const double low = .012, high = .988;
        if (value < low)
            value = low + ((low - value) * .6);
        if (value > high)
            value = high - ((value - high) * .6);
        return Math.Clamp(value, 0, 1);
    }
}
