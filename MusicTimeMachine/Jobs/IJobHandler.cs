namespace MusicTimeMachine.Jobs;

/// <summary>Does the jobs of one kind, or of several that are alike.</summary>
public interface IJobHandler
{
    /// <summary>The kinds, such as "import".</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Whether its jobs mostly wait for another server. They have workers of their own, so that neither kind of work waits for the other.</summary>
    bool Waits => false;

    /// <summary>
    /// Does the job, or goes on with it: another attempt may have been killed at any point. Returning completes the job;
    /// <see cref="JobFailedException"/> ends it with a sentence for the person; any other exception is tried again.
    /// </summary>
    /// <param name="job">The job as it was claimed.</param>
    /// <param name="cancellationToken">The job was cancelled, the lease was lost or the application stops.</param>
    Task RunAsync(Job job, CancellationToken cancellationToken);

    /// <summary>The job has failed for good: whatever the handler shows of it has to say so. Called before the job itself is ended.</summary>
    /// <param name="job">The job.</param>
    /// <param name="reason">Why, as a sentence for the person.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task GiveUpAsync(Job job, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
