namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>What a person changed in the history by hand. Stored as its name in lower case.</summary>
public enum CorrectionKind
{
    /// <summary>Plays were entered that no source reported.</summary>
    Added,

    /// <summary>Plays got another time, length or track.</summary>
    Edited,

    /// <summary>Plays were taken out.</summary>
    Deleted,
}
