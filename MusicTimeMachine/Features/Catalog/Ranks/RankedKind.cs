namespace MusicTimeMachine.Features.Catalog.Ranks;

/// <summary>Among what something has its rank.</summary>
public enum RankedKind
{
    /// <summary>Songs.</summary>
    Song,

    /// <summary>First artists.</summary>
    Artist,

    /// <summary>Albums.</summary>
    Album,
}
