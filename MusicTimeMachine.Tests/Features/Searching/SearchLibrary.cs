using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Searching;

/// <summary>Libraries of a few tracks, written row by row, and questions to them.</summary>
public sealed class SearchLibrary(TestCluster cluster) : IAsyncLifetime
{
    public TestDatabase Database { get; } = new(cluster);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Database.InitializeAsync();

    /// <summary>A person with these tracks.</summary>
    public async Task<Guid> AddAsync(params SearchTrack[] tracks)
    {
        var user = (await Database.AddUserAsync()).Id;
        foreach (var track in tracks) await AddTrackAsync(user, track);
        return user;
    }

    /// <summary>One more track of a person.</summary>
    public async Task<long> AddTrackAsync(Guid user, SearchTrack track)
    {
        await using var command = Database.DataSource.CreateCommand(
            """
            with artist as (insert into artists (name, name_key) values ($1, $2) returning id),
            song as (insert into songs (artist_id, title_key) select id, $4 from artist returning id),
            added as (
                insert into tracks (song_id, artist_id, name, name_key, display_artist, album_name, popularity, release_date, release_date_precision, audio_features)
                select song.id, artist.id, $3, $4, $1, $5, $6, $7, case when $7::date is null then null else 'day' end, $8::jsonb from song, artist returning id)
            select id from added
            """);
        var unique = Guid.NewGuid().ToString("N");
        foreach (var value in (object?[])[track.Artist, unique, track.Name, NameKey.OfTitle(track.Name) + unique, track.Album, (short?)track.Popularity, track.Released, track.Features])
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = value ?? DBNull.Value });
        command.Parameters[5].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Smallint;
        command.Parameters[6].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date;
        command.Parameters[7].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text;
        command.Parameters[4].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text;
        var id = (long)(await command.ExecuteScalarAsync(Cancel))!;
        await OwnAsync(user, id, track.Plays);
        if (track.Liked) await Database.ExecuteAsync($"insert into liked_tracks (user_id, track_id, liked_at) values ('{user}', {id}, now())");
        return id;
    }

    /// <summary>A track of the catalogue comes into somebody's library.</summary>
    public Task OwnAsync(Guid user, long track, int plays) =>
        Database.ExecuteAsync($"insert into user_tracks (user_id, track_id, plays, ms_played) values ('{user}', {track}, {plays}, 0)");

    /// <summary>Searches, with nothing remembered.</summary>
    public Task<SearchResults> AskAsync(Guid user, string typed, int limit = 50, int offset = 0) =>
        new SearchQuery(Database, new LibraryMemory(Database, TimeProvider.System)).AskAsync(user, SearchParser.Parse(typed), limit, offset, Cancel);

    /// <summary>The titles that a search finds, in order.</summary>
    public async Task<string[]> NamesAsync(Guid user, string typed) => [.. (await AskAsync(user, typed)).Items.Select(hit => hit.Name)];

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
