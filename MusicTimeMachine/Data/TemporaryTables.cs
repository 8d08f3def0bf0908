using Microsoft.EntityFrameworkCore;

namespace MusicTimeMachine.Data;

/// <summary>Memory for the temporary tables of a connection.</summary>
public static class TemporaryTables
{
    /// <summary>
    /// Gives them 64 MB instead of 8. PostgreSQL fixes the size when a connection first touches a temporary table, and
    /// connections come from a pool: so everybody who is about to create one calls this, and where it is too late, it is
    /// slower but no mistake.
    /// </summary>
    public static Task MakeRoomAsync(MusicContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             do $$ begin
                 perform set_config('temp_buffers', '64MB', false);
             exception when invalid_parameter_value then null;
             end $$
             """, cancellationToken);
}
