using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Benchmarks;

/// <summary>
/// The search over a library of 100,000 tracks, in a catalogue that others have filled: rare, common and ubiquitous words,
/// what is typed on the way to them, several words, phrases, filters, other forms, and typing errors. Every title has one
/// word in common, which is the worst that can be asked for.
/// </summary>
internal sealed class SearchBenchmark(ThrowAwayDatabase database, Guid user)
{
    private const int OtherPeople = 20;
    private const int PlaysOfOthers = 20_000;
    private const int Each = 100;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly SearchQuery _search = new(database, new LibraryMemory(database, TimeProvider.System));
    private readonly Random _random = new(9);

    public static async Task RunAsync(string[] args)
    {
        var tracks = new Option<int>("--tracks") { DefaultValueFactory = _ => 100_000, Description = "Tracks in the catalogue" };
        var plays = new Option<int>("--plays") { DefaultValueFactory = _ => 1_000_000 };
        var parsed = new RootCommand { tracks, plays }.Parse(args);
        await using var database = await ThrowAwayDatabase.StartAsync();
        for (var other = 1; other <= OtherPeople; other++)
        {
            await new DemoWriter(database).WriteAsync(new DemoLibrary(Library(PlaysOfOthers, seed: (ulong)other + 1)), None);
            await database.ExecuteAsync($"update users set demo = false, name = 'other ' || {other} where demo");
        }

        var user = await new DemoWriter(database).WriteAsync(new DemoLibrary(Library(parsed.GetValue(plays), seed: 1)), None);
        await FillAsync(database, user, parsed.GetValue(tracks));
        await database.ExecuteAsync($"update tracks set name = name || ' everywhere'");
        await database.ExecuteAsync($"vacuum analyze");
        await new SearchBenchmark(database, user).RunAsync();
    }

    private static DemoOptions Library(int plays, ulong seed) => new(new DateOnly(2026, 11, 19), DemoOptions.Zurich, plays, DemoOptions.TracksFor(plays), seed);

    /// <summary>Others bring more tracks: titles and albums of the same words under numbered names, until the catalogue has so many.</summary>
    private static async Task FillAsync(ThrowAwayDatabase database, Guid user, int tracks)
    {
        await using var context = database.CreateDbContext();
        var missing = tracks - await context.Tracks.CountAsync();
        if (missing <= 0) return;
        await database.ExecuteAsync(
            $"""
             with numbered as (select t.*, row_number() over (order by t.id) as number, count(*) over () as known from tracks t),
             songs_added as (
                 insert into songs (artist_id, title_key)
                 select n.artist_id, 'copy ' || copy || ' of ' || n.id from numbered n, generate_series(1, {missing} / 100000 + 1) copy
                 where n.number + (copy - 1) * n.known <= {missing} returning id, artist_id, title_key),
             tracks_added as (
                 insert into tracks (song_id, artist_id, name, name_key, display_artist, album_name)
                 select s.id, s.artist_id, t.name, s.title_key, t.display_artist, t.album_name
                 from songs_added s join tracks t on t.id = split_part(s.title_key, ' of ', 2)::bigint returning id, search),
             others as (select id, row_number() over (order by id) - 1 as number from users where id <> {user})
             insert into user_tracks (user_id, track_id, plays, ms_played, search)
             select o.id, t.id, 1, 200000, t.search from tracks_added t join others o on o.number = t.id % {OtherPeople}
             """);
        await SearchIndex.SettleAsync(context, None);
    }

    private async Task RunAsync()
    {
        await using var context = database.CreateDbContext();
        var size = await context.UserTracks.CountAsync(track => track.UserId == user);
        var catalogue = await context.Tracks.CountAsync();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size:N0} tracks of {catalogue:N0} in the catalogue\n"));
        var terms = await TermsAsync(context, size);
        foreach (var (_, typed) in terms.Take(200)) await AskAsync(typed);
        var timings = new Timings();
        List<string> processor = [];
        foreach (var group in terms.GroupBy(term => term.Group))
        {
            var before = await ProcessorAsync(context);
            foreach (var (_, typed) in group)
            {
                var results = await timings.MeasureAsync(group.Key, () => AskAsync(typed));
                if (group.Key == "in every title" && results.Total == 0) throw new InvalidOperationException("The word in every title was not found.");
            }

            var after = await ProcessorAsync(context);
            processor.Add(string.Create(CultureInfo.InvariantCulture, $"| {group.Key} | {(after.Server - before.Server) / group.Count():0.0} | {(after.App - before.App) / group.Count():0.0} |"));
        }

        await Console.Out.WriteLineAsync($"{timings}\n\nProcessor time, which others on the machine do not lengthen as much, on average:\n\n| ms | server | app |\n|---|---:|---:|\n{string.Join('\n', processor)}\n");
    }

    /// <summary>What all connections to this database and this process have used so far, in milliseconds; in steps of 10, as Linux counts.</summary>
    private static async Task<(double Server, double App)> ProcessorAsync(DbContext context)
    {
        var backends = await context.Database.SqlQuery<int>($"""select pid as "Value" from pg_stat_activity where datname = current_database() and backend_type = 'client backend'""").ToListAsync();
        var ticks = 0L;
        foreach (var backend in backends)
        {
            var fields = (await File.ReadAllTextAsync($"/proc/{backend}/stat")).Split(' ');
            ticks += long.Parse(fields[^39], CultureInfo.InvariantCulture) + long.Parse(fields[^38], CultureInfo.InvariantCulture);
        }

        return (ticks * 10d, Environment.CpuUsage.TotalTime.TotalMilliseconds);
    }

    private Task<SearchResults> AskAsync(string typed) => _search.AskAsync(user, SearchParser.Parse(typed), 50, 0, None);

    private async Task<List<(string Group, string Typed)>> TermsAsync(DbContext context, int size)
    {
        var words = await context.Database.SqlQuery<WordCount>(
            $"""
             select word, count(*)::int as tracks from user_tracks, unnest(tsvector_to_array(search)) as word
             where user_id = {user} and length(word) > 3 and word ~ '^[a-z]+$' group by word order by word
             """).ToListAsync();
        var titles = await context.Database.SqlQuery<string>(
            $"""select t.name || ' ' || t.display_artist as "Value" from user_tracks u join tracks t on t.id = u.track_id where u.user_id = {user} order by md5(t.id::text) limit 400""").ToListAsync();
        var rare = Pick(words.Where(word => word.Tracks <= 5));
        var common = Pick(words.Where(word => word.Tracks > size / 200 && word.Tracks <= size / 20));
        var frequent = Pick(words.Where(word => word.Tracks > size / 20 && word.Tracks < size));
        var two = titles.Select(title => title.Replace("everywhere", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(title => title.Length > 2).Take(Each).ToList();
        return
        [
            .. rare.Select(word => ("rare: 1 to 5 tracks", word + " ")),
            .. Pick(words.Where(word => word.Tracks > 5 && word.Tracks <= size / 200)).Select(word => ("usual: up to 0.5 %", word + " ")),
            .. common.Select(word => ("common: 0.5 to 5 %", word + " ")),
            .. frequent.Select(word => ("frequent: more than 5 %", word + " ")),
            .. Enumerable.Repeat(("in every title", "everywhere "), Each),
            .. rare.Select(word => ("in every title, and a rare word", $"everywhere {word} ")),
            .. common.Select(word => ("in every title, and a common word", $"everywhere {word} ")),
            .. Pick(words).Select(word => ("while typing: 1 letter", word[..1])),
            .. Pick(words).Select(word => ("while typing: 2 letters", word[..2])),
            .. Pick(words).Select(word => ("while typing: 3 letters", word[..3])),
            .. Pick(words).Select(word => ("while typing: 4 letters", word[..4])),
            .. two.Select(title => ("two words of a title or artist", $"{title[^1]} {title[0]}")),
            .. two.Select(title => ("a phrase", $"\"{title[0]} {title[1]}\"")),
            .. Pick(words).Select(word => ("a word without another", $"{word} -{rare[0]}")),
            .. common.Select(word => ("a common word and a filter", $"{word} energy>0.7")),
            .. Enumerable.Range(0, 20).Select(i => ("filters alone", $"energy>{0.9 - (i / 40.0):0.00} year:{2000 + i}..2020")),
            .. Pick(words.Where(word => word.Word.Length > 5)).Select(word => ("typing errors: two letters swapped", Swap(word))),
            .. Pick(words).Select(word => ("nothing like it", $"{word[..1]}{word[^1]}qzxj")),
        ];
    }

    private List<string> Pick(IEnumerable<WordCount> words) => Pick(words.Select(word => word.Word));

    private List<string> Pick(IEnumerable<string> words)
    {
        var all = words.Where(word => word != "everywhere").ToArray();
        _random.Shuffle(all);
        return [.. Enumerable.Range(0, all.Length == 0 ? 0 : Each).Select(i => all[i % all.Length])];
    }

    private string Swap(string word)
    {
        var at = _random.Next(1, word.Length - 2);
        return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]} ";
    }

    private sealed record WordCount(string Word, int Tracks);
}
