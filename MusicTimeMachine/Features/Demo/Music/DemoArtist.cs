namespace MusicTimeMachine.Features.Demo;

/// <summary>An invented artist.</summary>
/// <param name="Name">Unique in the library as names are compared, see <see cref="Catalog.NameKey"/>.</param>
/// <param name="Genres">One to three genres, the main one first.</param>
public sealed record DemoArtist(string Name, IReadOnlyList<string> Genres);
