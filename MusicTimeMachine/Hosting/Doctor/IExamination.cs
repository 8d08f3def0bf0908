namespace MusicTimeMachine.Hosting.Doctor;

/// <summary>Looks whether one part of the installation works. Features register theirs; the verb <c>doctor</c> does them all, in the order of registration.</summary>
public interface IExamination
{
    /// <summary>Looks, and changes nothing. What is expected to go wrong is a finding, and no exception.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken);
}
