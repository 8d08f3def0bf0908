namespace MusicTimeMachine.Features.Playlists;

/// <summary>How far a version is on its way to Spotify.</summary>
public enum PublishState
{
    /// <summary>It is not meant to be there.</summary>
    Not,

    /// <summary>On its way: some of its tracks may be there.</summary>
    Writing,

    /// <summary>It is there.</summary>
    Published,

    /// <summary>It could not be written.</summary>
    Failed,
}
