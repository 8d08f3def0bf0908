namespace MusicTimeMachine.Features.Listening;

/// <summary>A platform's name as a source writes it, such as "ios"; plays refer to it by number.</summary>
public sealed class Platform
{
    /// <summary>Given by the database.</summary>
    public int Id { get; set; }

    /// <summary>The name, at most 200 characters.</summary>
    public required string Name { get; set; }
}
