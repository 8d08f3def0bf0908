namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Of what a list of tops is.</summary>
public enum SnapshotKind
{
    /// <summary>Tracks.</summary>
    Tracks,

    /// <summary>Artists.</summary>
    Artists,
}
