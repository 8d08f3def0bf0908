namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>What <see cref="ArrayCutter"/> found next.</summary>
internal enum Cut
{
    /// <summary>More bytes are needed.</summary>
    More,

    /// <summary>An element, complete.</summary>
    Element,

    /// <summary>An element longer than is kept; it has been passed over.</summary>
    TooLong,

    /// <summary>What stands where an element should be is no JSON; it has been passed over up to the next row.</summary>
    Damage,

    /// <summary>The array has ended and nothing follows. This and everything below it is final.</summary>
    End,

    /// <summary>There is nothing in the file.</summary>
    Empty,

    /// <summary>The file is something else than an array.</summary>
    NoArray,

    /// <summary>The file breaks off in an element or before the array's end.</summary>
    BrokenOff,

    /// <summary>What stands where an element should be is no JSON, and no row follows.</summary>
    DamageToTheEnd,

    /// <summary>Something follows after the array's end.</summary>
    Trailing,
}
