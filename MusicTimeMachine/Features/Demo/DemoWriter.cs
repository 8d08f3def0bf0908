using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Searching;
using Npgsql;
using NpgsqlTypes;

namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// Puts a <see cref="DemoLibrary"/> in the place of what the demo's account had before, in one transaction: until it is
/// done, whoever looks around sees the old library. Nobody else's rows are changed or removed.
/// </summary>
public sealed class DemoWriter(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>Creates the demo's account when there is none, and fills or refills its library.</summary>
    /// <returns>The demo's account.</returns>
    public async Task<Guid> WriteAsync(DemoLibrary library, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // A million plays are sorted once here, and by nobody else at the time.
        await context.Database.ExecuteSqlAsync($"set local work_mem = '128MB'", cancellationToken);
        await TemporaryTables.MakeRoomAsync(context, cancellationToken);
        await LibraryLock.LockCatalogueAsync(context, cancellationToken);
        var user = await AccountAsync(context, library.Options.TimeZone.Id, cancellationToken);
        await LibraryLock.LockAsync(context, user, cancellationToken);

        await DemoTables.ClearAsync(context, user, cancellationToken);
        var tracks = await DemoTables.FillAsync(context, library, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"insert into user_tracks (user_id, track_id, plays, ms_played, search) select {user}, id, 0, 0, search from unnest({tracks}) as own (id) join tracks using (id)", cancellationToken);
        await CopyPlaysAsync(context, user, library, tracks, cancellationToken);
        await DemoSnapshots.WriteAsync(context, user, library, tracks, cancellationToken);
        await context.Database.ExecuteSqlAsync($"analyze artists, albums, songs, tracks, track_artists, user_tracks, plays, snapshots, artist_snapshots", cancellationToken);
        await Rollups.RebuildAsync(context, user, cancellationToken);
        await DemoLikes.WriteAsync(context, user, library.Options.Seed, tracks, cancellationToken);
        await NoteGapAsync(context, user, cancellationToken);
        await DemoPlaylists.WriteAsync(context, user, library.Options.Seed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await SearchIndex.SettleAsync(context, cancellationToken);
        return user;
    }

    private static async Task<Guid> AccountAsync(MusicContext context, string timeZone, CancellationToken cancellationToken)
    {
        var user = await context.Users.SingleOrDefaultAsync(u => u.Demo, cancellationToken);
        if (user is null)
        {
            // A person may have taken the name before the demo came.
            var name = "demo";
            for (var number = 2; await context.Users.AnyAsync(u => EF.Functions.ILike(u.Name, name), cancellationToken); number++)
                name = $"demo-{number}";
            user = new User { Name = name, DisplayName = "Demo", TimeZone = timeZone, Demo = true };
            context.Users.Add(user);
        }

        user.TimeZone = timeZone;
        await context.SaveChangesAsync(cancellationToken);
        return user.Id;
    }

    private static async Task CopyPlaysAsync(MusicContext context, Guid user, DemoLibrary library, long[] tracks, CancellationToken cancellationToken)
    {
        var platforms = await PlatformsAsync(context, cancellationToken);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy plays (user_id, track_id, played_at, ms_played, platform_id, source, precision, reason_start, reason_end, skipped, shuffle, offline, incognito)
            from stdin (format binary)
            """, cancellationToken);
        foreach (var play in library.Plays())
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(user, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(tracks[play.Track], NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(play.PlayedAt, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(play.MsPlayed, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(platforms[play.Platform], NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync((short)PlaySource.Demo, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync((short)PlayPrecision.Millisecond, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync((short)play.ReasonStart, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync((short)play.ReasonEnd, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(play.Skipped, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(play.Shuffle, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(play.Offline, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>The longest afternoon's pause of the last days passes for one that Spotify had forgotten, so that newcomers see what is said of it.</summary>
    private static Task<int> NoteGapAsync(MusicContext context, Guid user, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             with gone as (delete from capture_gaps where user_id = {user})
             insert into capture_gaps (user_id, from_at, until_at, found_at)
             select {user}, before, played_at, played_at
             from (
                 select played_at, lag(played_at) over (order by played_at) as before from plays
                 where user_id = {user} and played_at > (select max(played_at) from plays where user_id = {user}) - interval '10 days') recent
             where played_at - before between interval '1 hour' and interval '7 hours'
             order by played_at - before desc, played_at limit 1
             """, cancellationToken);

    private static async Task<Dictionary<string, int>> PlatformsAsync(MusicContext context, CancellationToken cancellationToken)
    {
        var names = DemoPlayer.Platforms.ToArray();
        await context.Database.ExecuteSqlAsync($"insert into platforms (name) select unnest({names}) on conflict (name) do nothing", cancellationToken);
        return await context.Platforms.Where(platform => names.Contains(platform.Name))
            .ToDictionaryAsync(platform => platform.Name, platform => platform.Id, StringComparer.Ordinal, cancellationToken);
    }
}
