namespace MusicTimeMachine.Tests.Features.Searching;

/// <summary>A track to be searched.</summary>
public sealed record SearchTrack(string Name, string Artist = "Nobody", string? Album = null)
{
    public int Plays { get; init; }

    public int? Popularity { get; init; }

    public DateOnly? Released { get; init; }

    /// <summary>Audio features as JSON.</summary>
    public string? Features { get; init; }

    public bool Liked { get; init; }
}
