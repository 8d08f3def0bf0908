using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// How the music of some plays sounds. Averages are over plays, so what was heard often weighs more; plays of tracks whose
/// audio features are not known take no part in them.
/// </summary>
/// <param name="Plays">Counted plays.</param>
/// <param name="Known">How many of them are of tracks whose energy, valence and danceability are known: what the rest rests on.</param>
public sealed record Fingerprint(int Plays, int Known)
{
    /// <summary>0–1; null when it is not known of any play, as with all that follow.</summary>
    public double? Energy { get; init; }

    /// <summary>0–1.</summary>
    public double? Valence { get; init; }

    /// <summary>0–1.</summary>
    public double? Danceability { get; init; }

    /// <summary>0–1.</summary>
    public double? Acousticness { get; init; }

    /// <summary>0–1.</summary>
    public double? Instrumentalness { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? Tempo { get; init; }

    /// <summary>Plays of <see cref="Mood.HappyEnergetic"/>. The four moods add up to <see cref="Known"/>.</summary>
    public int HappyEnergetic { get; init; }

    /// <summary>Plays of <see cref="Mood.AngryIntense"/>.</summary>
    public int AngryIntense { get; init; }

    /// <summary>Plays of <see cref="Mood.CalmPeaceful"/>.</summary>
    public int CalmPeaceful { get; init; }

    /// <summary>Plays of <see cref="Mood.SadMelancholic"/>.</summary>
    public int SadMelancholic { get; init; }

    /// <summary>The part of the plays that all this rests on, 0–1; null without plays.</summary>
    public double? Coverage => Plays == 0 ? null : (double)Known / Plays;

    /// <summary>The part of the known plays that a mood has, 0–1; null when none is known.</summary>
    public double? ShareOf(Mood mood) => Known == 0 ? null : (double)PlaysOf(mood) / Known;

    private int PlaysOf(Mood mood) => mood switch
    {
        Mood.HappyEnergetic => HappyEnergetic,
        Mood.AngryIntense => AngryIntense,
        Mood.CalmPeaceful => CalmPeaceful,
        _ => SadMelancholic,
    };
}
