namespace MusicTimeMachine.Features.Accounts;

/// <summary>A browser in which a person is signed in. Its cookie names the session and is worth nothing once the row is gone.</summary>
public sealed class Session
{
    /// <summary>Given by the database.</summary>
    public Guid Id { get; set; }

    /// <summary>Who is signed in.</summary>
    public Guid UserId { get; set; }

    /// <summary>When the person signed in.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The last visit, to the hour.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
