namespace MusicTimeMachine.Features.Gems;

/// <summary>A song that a person does not want to see among the forgotten gems.</summary>
public sealed class HiddenGem
{
    /// <summary>Who hid it.</summary>
    public Guid UserId { get; set; }

    /// <summary>The song, one of the person's library when it was hidden.</summary>
    public long SongId { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset HiddenAt { get; set; }
}
