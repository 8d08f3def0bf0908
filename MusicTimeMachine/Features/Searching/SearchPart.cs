namespace MusicTimeMachine.Features.Searching;

/// <summary>A run of letters and digits that is looked up as one word.</summary>
/// <param name="Text">In lower case, accents as typed; letters and digits only.</param>
/// <param name="IsBeginning">Whether words that begin with it are found too.</param>
public readonly record struct SearchPart(string Text, bool IsBeginning)
{
    /// <summary>Whether it is written in a script without spaces, and found anywhere within a run of it.</summary>
    public bool IsAnywhere { get; init; }
}
