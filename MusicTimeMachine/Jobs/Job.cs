namespace MusicTimeMachine.Jobs;

/// <summary>How far a job is.</summary>
public enum JobStatus
{
    /// <summary>Waiting for a worker, or for its time.</summary>
    Pending,

    /// <summary>A worker holds it until its lease ends.</summary>
    Running,

    /// <summary>Set aside until somebody resumes it.</summary>
    Paused,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up after the last attempt.</summary>
    Failed,

    /// <summary>Stopped by somebody.</summary>
    Cancelled,
}

/// <summary>Durable work: it survives the process that does it.</summary>
public sealed class Job
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Which handler does it.</summary>
    public required string Kind { get; set; }

    /// <summary>For whom; null for work of the whole server.</summary>
    public Guid? UserId { get; set; }

    /// <summary>What the handler needs to know, as JSON.</summary>
    public required string Parameters { get; set; }

    /// <summary>How far it is.</summary>
    public JobStatus Status { get; set; }

    /// <summary>Higher goes first.</summary>
    public short Priority { get; set; }

    /// <summary>Units done.</summary>
    public long Done { get; set; }

    /// <summary>Units failed.</summary>
    public long Failed { get; set; }

    /// <summary>Units altogether; null while unknown.</summary>
    public long? Total { get; set; }

    /// <summary>Times it was started.</summary>
    public short Attempts { get; set; }

    /// <summary>Times it may be started before it counts as failed.</summary>
    public short MaxAttempts { get; set; } = 5;

    /// <summary>Not before this time.</summary>
    public DateTimeOffset RunAfter { get; set; }

    /// <summary>The worker that holds it.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>Until when it is held; afterwards any worker may take it over.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>What went wrong last, as a sentence.</summary>
    public string? Error { get; set; }

    /// <summary>What came out, as JSON.</summary>
    public string? Result { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was first started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
