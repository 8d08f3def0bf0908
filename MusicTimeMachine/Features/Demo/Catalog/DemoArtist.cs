namespace MusicTimeMachine.Features.Demo;

/// <summary>An invented artist.</summary>
/// <param name="Name">Unique in the library, ignoring case.</param>
/// <param name="Genres">One to three genres, the main one first.</param>
public sealed record DemoArtist(string Name, IReadOnlyList<string> Genres);
