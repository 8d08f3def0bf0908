namespace MusicTimeMachine.Jobs;

/// <summary>The job cannot be done, and trying again would not help. The message is a sentence for the person.</summary>
public sealed class JobFailedException(string message) : Exception(message);
