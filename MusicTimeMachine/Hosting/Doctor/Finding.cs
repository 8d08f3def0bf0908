namespace MusicTimeMachine.Hosting.Doctor;

/// <summary>How bad a finding is.</summary>
public enum FindingState
{
    /// <summary>Nothing is to be done.</summary>
    Ok,

    /// <summary>It works, and something should be looked at all the same.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Error,
}

/// <summary>What was found out about a part of the installation.</summary>
/// <param name="Subject">Which part, in a word or two.</param>
/// <param name="State">How bad it is.</param>
/// <param name="Sentence">What was found, and what to do.</param>
public sealed record Finding(string Subject, FindingState State, string Sentence);
