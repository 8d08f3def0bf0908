namespace MusicTimeMachine.Features.Importing;

/// <summary>The import has ended already: the person cancelled it, or an earlier attempt completed it.</summary>
internal sealed class ImportEndedException() : Exception("The import has ended.");
