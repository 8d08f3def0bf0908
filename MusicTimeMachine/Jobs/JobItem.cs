namespace MusicTimeMachine.Jobs;

/// <summary>One unit of a job that can fail by itself.</summary>
public sealed class JobItem
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The job.</summary>
    public long JobId { get; set; }

    /// <summary>What the unit is, unique within its job, such as a track's id.</summary>
    public required string Key { get; set; }

    /// <summary>How far it is.</summary>
    public JobStatus Status { get; set; }

    /// <summary>Times it was tried.</summary>
    public short Attempts { get; set; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset RunAfter { get; set; }

    /// <summary>What went wrong last, as a sentence.</summary>
    public string? Error { get; set; }
}
