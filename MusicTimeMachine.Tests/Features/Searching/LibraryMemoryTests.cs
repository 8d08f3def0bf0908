using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Searching;

/// <summary>What is remembered of a library is never older than the database where it matters.</summary>
public sealed class LibraryMemoryTests(SearchLibrary library) : IClassFixture<SearchLibrary>
{
    private readonly LibraryMemory _memory = new(library.Database, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filter_AfterEachChangeOfTheLibrary_SeesIt()
    {
        var user = await library.AddAsync(new("Loud") { Plays = 1, Features = """{"energy":0.9}""" }, new("Quiet") { Plays = 2, Features = """{"energy":0.1}""" });
        Assert.Equal(["Loud"], await NamesAsync(user, "energy>0.5"));

        var late = await library.AddTrackAsync(user, new("Late") { Plays = 5, Features = """{"energy":0.8}""" });
        Assert.Equal(["Late", "Loud"], await NamesAsync(user, "energy>0.5"));

        await library.Database.ExecuteAsync($"update user_tracks u set plays = 9 from tracks t where u.user_id = '{user}' and t.id = u.track_id and t.name = 'Loud'");
        Assert.Equal(["Loud", "Late"], await NamesAsync(user, "energy>0.5"));

        await library.Database.ExecuteAsync($"delete from user_tracks where user_id = '{user}' and track_id = {late}");
        Assert.Equal(["Loud"], await NamesAsync(user, "energy>0.5"));
    }

    [Fact]
    public async Task Filter_AfterEachChangeOfTheCatalogue_SeesIt()
    {
        var user = await library.AddAsync(new("Former") { Plays = 3, Popularity = 5, Released = new(1999, 1, 1) }, new("Latter") { Plays = 3, Popularity = 4 });
        Assert.Empty(await NamesAsync(user, "year:2001"));

        await library.Database.ExecuteAsync("update tracks set release_date = '2001-05-01', release_date_precision = 'day' where name in ('Former', 'Latter')");
        Assert.Equal(["Former", "Latter"], await NamesAsync(user, "year:2001"));

        await library.Database.ExecuteAsync("update tracks set popularity = 60 where name = 'Latter'");
        Assert.Equal(["Latter", "Former"], await NamesAsync(user, "year:2001"));

        await library.Database.ExecuteAsync("""update tracks set audio_features = '{"tempo":100}' where name = 'Former'""");
        Assert.Equal(["Former"], await NamesAsync(user, "year:2001 tempo:100"));
    }

    [Fact]
    public async Task Filter_AfterALike_SeesIt()
    {
        var user = await library.AddAsync(new SearchTrack("Fond"), new SearchTrack("Plain"));
        Assert.Empty(await NamesAsync(user, "liked:yes"));

        await library.Database.ExecuteAsync($"insert into liked_tracks (user_id, track_id, liked_at) select '{user}', id, now() from tracks where name = 'Fond'");
        Assert.Equal(["Fond"], await NamesAsync(user, "liked:yes"));
        Assert.Equal(["Plain"], await NamesAsync(user, "liked:no"));

        await library.Database.ExecuteAsync($"delete from liked_tracks where user_id = '{user}'");
        Assert.Empty(await NamesAsync(user, "liked:yes"));
    }

    [Fact]
    public async Task Words_OfATrackThatCameSinceTheLastSearch_AreFound()
    {
        var user = await library.AddAsync();
        Assert.Empty(await NamesAsync(user, "turquoise"));

        await library.AddTrackAsync(user, new("Turquoise"));

        Assert.Equal(["Turquoise"], await NamesAsync(user, "turquoise"));
    }

    [Fact]
    public async Task Figures_ThatNothingHasChanged_AreReadOnce()
    {
        var (mine, other) = (await library.AddAsync(new SearchTrack("Mine")), await library.AddAsync(new SearchTrack("Theirs")));
        var figures = await _memory.ReadCurrentAsync(mine, Cancel);
        await library.Database.ExecuteAsync($"update user_tracks set plays = 7 where user_id = '{other}'");

        Assert.Same(figures, await _memory.ReadCurrentAsync(mine, Cancel));
        Assert.Same(figures, await _memory.ReadAsync(mine, Cancel));
    }

    [Fact]
    public async Task Person_WhoIsDeleted_LeavesNoRevision()
    {
        var user = await library.AddAsync(new SearchTrack("Gone"));
        Assert.Equal(1, await library.Database.ScalarAsync<long>($"select revision from library_states where user_id = '{user}'"));

        await library.Database.ExecuteAsync($"delete from users where id = '{user}'");

        Assert.Equal(0, await library.Database.ScalarAsync<long>($"select count(*) from library_states where user_id = '{user}'"));
        Assert.Empty((await _memory.ReadCurrentAsync(user, Cancel)).Tracks);
    }

    private async Task<string[]> NamesAsync(Guid user, string typed) =>
        [.. (await new SearchQuery(library.Database, _memory).AskAsync(user, SearchParser.Parse(typed), 50, 0, Cancel)).Items.Select(hit => hit.Name)];
}
