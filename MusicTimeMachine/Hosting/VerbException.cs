namespace MusicTimeMachine.Hosting;

/// <summary>A verb of the command line cannot do what was asked. The message is the one line that is printed.</summary>
public sealed class VerbException(string message) : Exception(message);
