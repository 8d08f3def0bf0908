using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// The statement that finds words. Conditions that a search does not have are null, and the planner drops them together
/// with the tables that they would need.
/// </summary>
/// <param name="UserId">Whose library.</param>
/// <param name="Text">What is looked for; its filters are not applied here, see <see cref="LibraryFigures"/>.</param>
/// <param name="Exact">The words as typed, for <c>to_tsquery</c>; null where only artists can tell.</param>
internal sealed record SearchStatement(Guid UserId, SearchText Text, string? Exact)
{
    /// <summary>What has to match, where that is more than <see cref="Exact"/>.</summary>
    public string? Wide { get; init; }

    /// <summary>Words that names have to look like: the more, the better the match.</summary>
    public string? Alike { get; init; }

    /// <summary>The only tracks that are looked at; null for the whole library.</summary>
    public long[]? Among { get; init; }

    /// <summary>What to expect: how many of some tracks match the words as typed, and which words of the library have their English stems.</summary>
    /// <remarks>
    /// Where the tracks are given, the function that <c>@@</c> stands for is written in its place: no index knows it, so
    /// that the rows are taken by their key. The index of words would bring all that match first, and these are many.
    /// Forms of a word differ from it behind the stem, where an e or i may be missing: "love" and "loving", "happy" and
    /// "happily". An unfinished word finds what begins with it anyway; other forms may go on behind its stem as well.
    /// Words of three letters are not in the list of words, and are their own stems.
    /// </remarks>
    public async Task<SearchOutlook> LookAheadAsync(MusicContext context, long[] sample, CancellationToken cancellationToken)
    {
        var words = WordForms.Words(Text);
        var (keys, unfinished) = (words.Select(word => word.Key).ToArray(), words.Select(word => word.IsBeginning).ToArray());
        return (await context.Database.SqlQuery<SearchOutlook>(
            $"""
             with typed as materialized (select to_tsquery('music', {Exact}) as exact),
             given as (
                 select word, plain, unfinished, stem, rtrim(stem, 'ei') as beginning
                 from unnest({keys}, {unfinished}) as typed (word, unfinished), unaccent(word) as plain, coalesce((ts_lexize('english_stem', plain))[1], '') as stem
                 where length(rtrim(stem, 'ei')) >= {WordForms.ShortestStem}),
             forms as materialized (
                 select given.word, stem as form from given where stem <> plain
                 union
                 select given.word, w.word from given
                 join library_words w on w.user_id = {UserId} and w.word between beginning and beginning || 'zzzz'
                 cross join coalesce((ts_lexize('english_stem', w.word))[1], '') as other
                 where case when unfinished then starts_with(other, stem) and not starts_with(w.word, plain) else other = stem and w.word <> plain end)
             select (
                     select count(*)::int from user_tracks
                     where user_id = {UserId} and track_id = any ({sample}) and ts_match_vq(search, (select exact from typed))) as hits,
                 array(select word from forms order by word, form) as words, array(select form from forms order by word, form) as forms
             """).ToListAsync(cancellationToken))[0];
    }

    /// <summary>
    /// All matches of the words, ranked by what their rows in the library hold; titles are read for those that are shown
    /// alone. As arrays: thousands of rows would take several times as long.
    /// </summary>
    public async Task<SearchMatches> FindAsync(MusicContext context, CancellationToken cancellationToken)
    {
        var (artists, wide) = (SearchExpression.OfArtists(Text), Wide ?? Exact);
        return (await context.Database.SqlQuery<SearchMatches>(
            $"""
             with typed as materialized (
                 select to_tsquery('music', {Exact}) as exact, to_tsquery('music', {wide}) as wide,
                     to_tsquery('music', {artists}) as artists),
             found as (
                 select u.track_id, u.plays, case
                     when {Exact}::text is null then 0
                     when {Alike}::text is not null then strict_word_similarity({Alike}, t.name || ' ' || t.display_artist || ' ' || coalesce(t.album_name, ''))
                     when {Wide}::text is null or u.search @@ (select exact from typed) then ts_rank(u.search, (select exact from typed))
                     else ts_rank(u.search, (select wide from typed)) / 100 end::float8 as score,
                     {Wide}::text is null or u.search @@ (select exact from typed) as typed
                 from user_tracks u
                 left join tracks t on t.id = u.track_id
                 where u.user_id = {UserId}
                   and ({wide}::text is null or {Among}::bigint[] is not null or u.search @@ (select wide from typed))
                   and ({Among}::bigint[] is null or u.track_id = any ({Among}) and ({wide}::text is null or ts_match_vq(u.search, (select wide from typed))))
                   and ({artists}::text is null or to_tsvector('music', search_words(t.display_artist)) @@ (select artists from typed)))
             select array_agg(track_id) as tracks, array_agg(plays) as plays, array_agg(score) as scores, array_agg(typed) as typed
             from found having count(*) > 0
             """).ToListAsync(cancellationToken)).FirstOrDefault() ?? SearchMatches.None;
    }
}
