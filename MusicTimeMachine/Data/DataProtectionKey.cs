namespace MusicTimeMachine.Data;

/// <summary>A key of ASP.NET Data Protection, kept in the database so that every instance shares it.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Given by the database.</summary>
    public int Id { get; set; }

    /// <summary>The name that Data Protection gives the key.</summary>
    public required string FriendlyName { get; set; }

    /// <summary>The key as Data Protection writes it.</summary>
    public required string Xml { get; set; }
}
