using System.Data.Common;

namespace MusicTimeMachine.Data;

/// <summary>Tells that the database did not answer from that the program is wrong.</summary>
public static class DatabaseOutage
{
    /// <summary>What a page says meanwhile.</summary>
    public const string Sentence = "The database did not answer. Nothing is lost; try again in a moment.";

    /// <summary>Whether the exception is an outage of the database. EF Core wraps some of them.</summary>
    public static bool Is(Exception exception) =>
        exception is DbException or TimeoutException || exception.InnerException is DbException or TimeoutException;
}
