namespace MusicTimeMachine.Features.Demo;

/// <summary>How the tracks of a genre sound on average. Shares and features run from 0 to 1.</summary>
/// <param name="Energy">Mean energy.</param>
/// <param name="Valence">Mean valence, the musical positiveness.</param>
/// <param name="Danceability">Mean danceability.</param>
/// <param name="Acousticness">Mean acousticness.</param>
/// <param name="Instrumental">The share of tracks without a voice.</param>
/// <param name="Speech">Mean speechiness.</param>
/// <param name="Tempo">Mean beats per minute.</param>
/// <param name="Minutes">Mean length.</param>
internal sealed record DemoSound(
    double Energy,
    double Valence,
    double Danceability,
    double Acousticness,
    double Instrumental,
    double Speech,
    double Tempo,
    double Minutes);

/// <summary>A genre of the invented catalogue.</summary>
/// <param name="Name">The name, in lower case as services write it.</param>
/// <param name="Family">The family that it belongs to.</param>
/// <param name="Share">How many artists play it, against the other genres.</param>
/// <param name="Since">The year of its first records.</param>
/// <param name="Sound">How it sounds.</param>
/// <param name="Cultures">Where its artists come from: keys of <see cref="Naming.DemoCultures"/>, likelier ones repeated.</param>
internal sealed record DemoGenre(string Name, DemoFamily Family, double Share, int Since, DemoSound Sound, params string[] Cultures);
