namespace MusicTimeMachine.Features.Catalog;

/// <summary>A track as a person names it.</summary>
/// <param name="Artist">Its artist.</param>
/// <param name="Title">Its title.</param>
/// <param name="Album">Its album, when it is known.</param>
public sealed record NamedTrack(string Artist, string Title, string? Album);
