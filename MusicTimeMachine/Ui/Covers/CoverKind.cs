namespace MusicTimeMachine.Ui.Covers;

/// <summary>What a drawn cover stands for.</summary>
public enum CoverKind
{
    /// <summary>An album, drawn from its title and artist.</summary>
    Album,

    /// <summary>An artist, drawn from the name.</summary>
    Artist,

    /// <summary>A track without an album, drawn from its title and artist.</summary>
    Track,
}
