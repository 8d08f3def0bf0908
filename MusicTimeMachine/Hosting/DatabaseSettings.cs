namespace MusicTimeMachine.Hosting;

/// <summary>Section <c>Database</c>: the embedded PostgreSQL. Not read when a connection string is set.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; empty to look in the usual places.</summary>
    public string BinariesDirectory { get; set; } = "";
}
