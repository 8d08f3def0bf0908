namespace MusicTimeMachine.Data.Embedded;

/// <summary>The embedded server cannot run. The message is meant for the person who started the app, as it is.</summary>
public sealed class LocalPostgresException(string message, Exception? cause = null) : Exception(message, cause);
