namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// A file's stream cannot be read on. The message is the rest of a sentence for a person, such as
/// "its checksum does not fit, so it is damaged."
/// </summary>
internal sealed class UnreadableFileException(string message, Exception? inner = null) : IOException(message, inner);
