using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// The one statement of the search. Conditions that a search does not have are null, and the planner drops them together with
/// the tables that they would need.
/// </summary>
/// <param name="UserId">Whose library.</param>
/// <param name="Text">Filters, and what artists have to hold.</param>
/// <param name="Exact">The words as typed, for <c>to_tsquery</c>; null for filters alone.</param>
internal sealed record SearchStatement(Guid UserId, SearchText Text, string? Exact)
{
    /// <summary>What has to match, where that is more than <see cref="Exact"/>.</summary>
    public string? Wide { get; init; }

    /// <summary>The words whose English stems may be found in the place of the words themselves, when these are in few titles.</summary>
    public string? English { get; init; }

    /// <summary>Words that names have to look like: the more, the better the match.</summary>
    public string? Alike { get; init; }

    /// <summary>The only tracks that are looked at; null for the whole library.</summary>
    public long[]? Among { get; init; }

    /// <summary>
    /// What to expect: how many of some tracks match the words as typed, and the English stems of words, in the words' order.
    /// </summary>
    /// <remarks>
    /// Where the tracks are given, the function that <c>@@</c> stands for is written in its place: no index knows it, so
    /// that the rows are taken by their key. The index of words would bring all that match first, and these are many.
    /// </remarks>
    public async Task<SearchOutlook> LookAheadAsync(MusicContext context, long[] sample, string[] words, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<SearchOutlook>(
            $"""
             with typed as materialized (select to_tsquery('music', {Exact}) as exact)
             select (
                     select count(*)::int from user_tracks
                     where user_id = {UserId} and track_id = any ({sample}) and ts_match_vq(search, (select exact from typed))) as hits,
                 array(
                     select coalesce((ts_lexize('english_stem', unaccent(word)))[1], '')
                     from unnest({words}) with ordinality as given (word, place) order by place) as stems
             """).ToListAsync(cancellationToken))[0];

    /// <summary>
    /// The best matches. First every match is found and ranked by what its row in the library holds; titles are read for
    /// the best alone. Ties at the end are kept until the popularity has decided.
    /// </summary>
    public Task<List<SearchRow>> FindAsync(MusicContext context, int limit, int offset, CancellationToken cancellationToken)
    {
        var (names, lows, highs, excluded) = Text.Filters.Count == 0 ? default : (
            Text.Filters.Select(filter => filter.Name).ToArray(), Text.Filters.Select(filter => filter.Low).ToArray(),
            Text.Filters.Select(filter => filter.High).ToArray(), Text.Filters.Select(filter => filter.Excluded).ToArray());
        var (artists, wide) = (SearchExpression.OfArtists(Text), Wide ?? Exact);
        return context.Database.SqlQuery<SearchRow>(
            $"""
             with typed as materialized (
                 select to_tsquery('music', {Exact}) as exact, to_tsquery('music', {wide}) as wide,
                     to_tsquery('music', {artists}) as artists, to_tsquery('music_english', {English}) as english),
             found as materialized (
                 select u.track_id, u.plays, case
                     when {Exact}::text is null then 0
                     when {Alike}::text is not null then strict_word_similarity({Alike}, t.name || ' ' || t.display_artist || ' ' || coalesce(t.album_name, ''))
                     when {Wide}::text is null or u.search @@ (select exact from typed) then ts_rank(u.search, (select exact from typed))
                     else ts_rank(u.search, (select wide from typed)) / 100 end as score,
                     {English}::text is null or u.search @@ (select exact from typed) as typed
                 from user_tracks u
                 left join tracks t on t.id = u.track_id
                 left join liked_tracks l on l.user_id = u.user_id and l.track_id = u.track_id
                 where u.user_id = {UserId}
                   and ({wide}::text is null or {Among}::bigint[] is not null or u.search @@ (select wide from typed))
                   and ({Among}::bigint[] is null or u.track_id = any ({Among}) and ({wide}::text is null or ts_match_vq(u.search, (select wide from typed))))
                   and ({English}::text is null or u.search @@ (select exact from typed) or to_tsvector('music_english',
                       search_words(t.name) || ' ' || search_words(t.display_artist) || ' ' || search_words(coalesce(t.album_name, ''))) @@ (select english from typed))
                   and ({artists}::text is null or to_tsvector('music', search_words(t.display_artist)) @@ (select artists from typed))
                   and ({names}::text[] is null or not exists (
                       select from unnest({names}::text[], {lows}::real[], {highs}::real[], {excluded}::bool[]) as filter (name, low, high, excluded)
                       where coalesce((case name
                           when 'energy' then t.energy when 'valence' then t.valence when 'danceability' then t.danceability
                           when 'acousticness' then t.acousticness when 'instrumentalness' then t.instrumentalness
                           when 'speechiness' then t.speechiness when 'liveness' then t.liveness when 'tempo' then t.tempo
                           when 'year' then extract(year from t.release_date)::real
                           when 'liked' then (l.track_id is not null)::int::real
                           when 'mood' then case
                               when t.energy is null or t.valence is null then null
                               when t.energy > 0.5 then case when t.valence > 0.5 then 0 else 1 end
                               else case when t.valence > 0.5 then 2 else 3 end end::real end
                           between low and high) = excluded, true)))),
             kept as materialized (
                 select * from found where {English}::text is null or typed or (select count(*) from found where typed) < {SearchQuery.Few}),
             best as (select * from kept order by score desc, plays desc fetch first {offset + limit} rows with ties)
             select t.id, t.name, t.display_artist as artist, t.album_name as album, t.image_url as image, best.plays, best.score::float8 as score,
                 (select count(*) from kept)::int as total, (select count(*) from kept where typed)::int as typed
             from best join tracks t on t.id = best.track_id
             order by best.score desc, best.plays desc, t.popularity desc nulls last, t.id
             limit {limit} offset {offset}
             """).ToListAsync(cancellationToken);
    }
}
